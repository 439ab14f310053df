/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-diff-view.h"

#include "desk/vsl-article-diff.h"
#include "desk/vsl-version-words.h"
#include "markup/vsl-word-diff.h"
#include "ui/vsl-words.h"

#include <glib/gi18n.h>

/**
 * VslDiffView:
 *
 * A text to be read: how two articles differ, field by field, or one article whole. What came is
 * green and underlined, what went red and struck through, so that nobody needs the colours; both are
 * drawn over the ground, so that they suit light and dark.
 */
struct _VslDiffView
{
  GtkTextView parent_instance;

  GtkTextTag *name;     /* (unowned) of the buffer, as those that follow: the name of a field */
  GtkTextTag *inserted;
  GtkTextTag *deleted;
};

G_DEFINE_FINAL_TYPE (VslDiffView, vsl_diff_view, GTK_TYPE_TEXT_VIEW)

#define LEFT_OUT "⋯"

static void
insert (VslDiffView *self,
        const char  *text,
        GtkTextTag  *tag)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter end;

  gtk_text_buffer_get_end_iter (buffer, &end);
  if (tag != NULL)
    gtk_text_buffer_insert_with_tags (buffer, &end, text, -1, tag, NULL);
  else
    gtk_text_buffer_insert (buffer, &end, text, -1);
}

static void
insert_name (VslDiffView *self,
             const char  *field)
{
  insert (self, vsl_version_words_get_field (field), self->name);
  insert (self, "\n", self->name);
}

/* The values of the closed vocabularies in the words of the interface. */
static const char *
get_shown_text (const char *field,
                const char *text)
{
  VslStatus status;
  VslKind kind;

  if (g_str_equal (field, "status") && vsl_status_from_name (text, &status))
    return vsl_words_get_status (status);
  if (g_str_equal (field, "kind") && vsl_kind_from_name (text, &kind))
    return vsl_words_get_kind (kind);

  return text;
}

static void
show_field (VslDiffView        *self,
            const VslFieldDiff *diff)
{
  g_autoptr(GPtrArray) parts = vsl_word_diff_fold (diff->parts, LEFT_OUT);
  guint i;

  insert_name (self, diff->field);
  for (i = 0; i < parts->len; i++)
    {
      const VslDiffPart *part = g_ptr_array_index (parts, i);
      const char *text = get_shown_text (diff->field, part->text);

      insert (self, text,
              part->op == VSL_DIFF_INSERT   ? self->inserted
              : part->op == VSL_DIFF_DELETE ? self->deleted
                                            : NULL);
      /* Two words of a vocabulary stand side by side. */
      if (text != part->text && i + 1 < parts->len)
        insert (self, " ", NULL);
    }
  insert (self, "\n\n", NULL);
}

static void
vsl_diff_view_class_init (VslDiffViewClass *klass)
{
}

static void
vsl_diff_view_init (VslDiffView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);

  gtk_text_view_set_editable (view, FALSE);
  gtk_text_view_set_cursor_visible (view, TRUE);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_left_margin (view, 18);
  gtk_text_view_set_right_margin (view, 18);
  gtk_text_view_set_top_margin (view, 12);
  gtk_text_view_set_bottom_margin (view, 24);
  gtk_text_view_set_pixels_inside_wrap (view, 3);
  gtk_widget_add_css_class (GTK_WIDGET (self), "diff-view");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("The version"), -1);

  self->name = gtk_text_buffer_create_tag (buffer, NULL, "weight", PANGO_WEIGHT_BOLD, "scale", 0.85,
                                           "pixels-below-lines", 3, "family", "sans-serif", NULL);
  self->inserted = gtk_text_buffer_create_tag (buffer, NULL, "underline", PANGO_UNDERLINE_SINGLE,
                                               "background", "rgba(38, 162, 105, 0.28)", NULL);
  self->deleted = gtk_text_buffer_create_tag (buffer, NULL, "strikethrough", TRUE,
                                              "background", "rgba(224, 27, 36, 0.25)", NULL);
}

/**
 * vsl_diff_view_new:
 *
 * Returns: (transfer floating): an empty view
 */
GtkWidget *
vsl_diff_view_new (void)
{
  return g_object_new (VSL_TYPE_DIFF_VIEW, NULL);
}

/**
 * vsl_diff_view_show_changes:
 * @diffs: (element-type VslFieldDiff): how two articles differ
 *
 * Shows the fields that differ, without the paragraphs in which nothing changed.
 */
void
vsl_diff_view_show_changes (VslDiffView *self,
                            GPtrArray   *diffs)
{
  guint i;

  g_return_if_fail (VSL_IS_DIFF_VIEW (self));

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), "", 0);
  for (i = 0; i < diffs->len; i++)
    show_field (self, g_ptr_array_index (diffs, i));
}

/**
 * vsl_diff_view_show_article:
 * @article: an article
 *
 * Shows all that is written in @article, to be read and copied.
 */
void
vsl_diff_view_show_article (VslDiffView *self,
                            VslArticle  *article)
{
  static const VslField fields[] = { VSL_FIELD_KICKER, VSL_FIELD_HEADLINE, VSL_FIELD_LEAD,
                                     VSL_FIELD_BYLINE, VSL_FIELD_CREDIT, VSL_FIELD_BODY };
  guint i;

  g_return_if_fail (VSL_IS_DIFF_VIEW (self));

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), "", 0);
  for (i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *text = vsl_article_get_text (article, fields[i]);

      if (*text == '\0')
        continue;
      insert_name (self, vsl_field_get_name (fields[i]));
      insert (self, text, NULL);
      insert (self, "\n\n", NULL);
    }
}
