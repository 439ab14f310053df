/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-hit-row.h"

#include <glib/gi18n.h>

/**
 * VslHitRow:
 *
 * One article that a search found: its headline, and the place in the text, with what was found in
 * bold.
 */
struct _VslHitRow
{
  GtkWidget  parent_instance;

  GtkWidget *box;
  GtkLabel  *headline_label;
  GtkLabel  *snippet_label;
};

G_DEFINE_FINAL_TYPE (VslHitRow, vsl_hit_row, GTK_TYPE_WIDGET)

/* The marks as markup; the text itself is never markup. */
static char *
dup_markup (const char *text)
{
  g_autoptr(GString) markup = g_string_new (NULL);
  gboolean marked = FALSE;

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == VSL_HIT_BEGIN[0] && !marked)
        g_string_append (markup, "<b>");
      else if (*p == VSL_HIT_END[0] && marked)
        g_string_append (markup, "</b>");
      else if (*p == '&')
        g_string_append (markup, "&amp;");
      else if (*p == '<')
        g_string_append (markup, "&lt;");
      else if ((guchar) *p >= 0x20)
        g_string_append_c (markup, *p);
      else
        g_string_append_c (markup, ' ');
      if (*p == VSL_HIT_BEGIN[0])
        marked = TRUE;
      else if (*p == VSL_HIT_END[0])
        marked = FALSE;
    }
  if (marked)
    g_string_append (markup, "</b>");

  return g_string_free (g_steal_pointer (&markup), FALSE);
}

static void
vsl_hit_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), VSL_TYPE_HIT_ROW);
  G_OBJECT_CLASS (vsl_hit_row_parent_class)->dispose (object);
}

static void
vsl_hit_row_class_init (VslHitRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vsl_hit_row_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/verslag/Verslag/ui/vsl-hit-row.ui");
  gtk_widget_class_bind_template_child (widget_class, VslHitRow, box);
  gtk_widget_class_bind_template_child (widget_class, VslHitRow, headline_label);
  gtk_widget_class_bind_template_child (widget_class, VslHitRow, snippet_label);
}

static void
vsl_hit_row_init (VslHitRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * vsl_hit_row_new:
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
vsl_hit_row_new (void)
{
  return g_object_new (VSL_TYPE_HIT_ROW, NULL);
}

/**
 * vsl_hit_row_set_hit:
 * @hit: what was found
 */
void
vsl_hit_row_set_hit (VslHitRow    *self,
                     VslSearchHit *hit)
{
  g_autofree char *headline = NULL;
  g_autofree char *snippet = NULL;

  g_return_if_fail (VSL_IS_HIT_ROW (self));

  headline = dup_markup (vsl_search_hit_get_headline (hit));
  snippet = dup_markup (vsl_search_hit_get_snippet (hit));
  gtk_label_set_markup (self->headline_label, *headline != '\0' ? headline : _("Without a headline"));
  gtk_label_set_markup (self->snippet_label, snippet);
  gtk_widget_set_visible (GTK_WIDGET (self->snippet_label), *snippet != '\0');
}
