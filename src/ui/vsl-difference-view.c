/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-difference-view.h"

#include "desk/vsl-article-diff.h"
#include "desk/vsl-version-reading.h"
#include "ui/vsl-diff-view.h"

#include <glib/gi18n.h>

/**
 * VslDifferenceView:
 *
 * What an update will change on a site: the article as it is now against the version that the site last
 * confirmed, by words. Hidden where the article was never confirmed.
 */
struct _VslDifferenceView
{
  AdwBin        parent_instance;

  VslDocument  *document;      /* (owned) (nullable) */
  VslArticle   *base;          /* (owned) (nullable) what the site has */
  gint64        number;        /* of the version that is @base, or is being read */
  GCancellable *cancellable;   /* (owned) of the reading */

  GtkWidget    *summary_label; /* (template), as all that follow */
  GtkWidget    *expander;
  GtkWidget    *view;
};

G_DEFINE_FINAL_TYPE (VslDifferenceView, vsl_difference_view, ADW_TYPE_BIN)

static char *
describe (GPtrArray *diffs)
{
  guint inserted = 0, deleted = 0;
  g_autofree char *added = NULL;
  g_autofree char *removed = NULL;

  if (diffs->len == 0)
    return g_strdup (_("The site has the article as it is here."));

  for (guint i = 0; i < diffs->len; i++)
    {
      const VslFieldDiff *diff = g_ptr_array_index (diffs, i);

      inserted += diff->inserted;
      deleted += diff->deleted;
    }
  added = g_strdup_printf (ngettext ("%u word more", "%u words more", inserted), inserted);
  removed = g_strdup_printf (ngettext ("%u word less", "%u words less", deleted), deleted);

  /* Translators: two counts of words, like “3 words more” and “1 word less” */
  return g_strdup_printf (_("Since it was sent: %s, %s."), added, removed);
}

static void
show_changes (VslDifferenceView *self)
{
  g_autoptr(VslArticle) now = NULL;
  g_autoptr(GPtrArray) diffs = NULL;
  g_autofree char *summary = NULL;

  if (self->base == NULL || self->document == NULL)
    return;

  now = vsl_document_dup_article (self->document);
  diffs = vsl_article_diff (self->base, now);
  summary = describe (diffs);
  gtk_label_set_label (GTK_LABEL (self->summary_label), summary);
  gtk_widget_set_visible (self->expander, diffs->len > 0);
  if (gtk_expander_get_expanded (GTK_EXPANDER (self->expander)))
    vsl_diff_view_show_changes (VSL_DIFF_VIEW (self->view), diffs);
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  VslDifferenceView *self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(VslArticle) article = vsl_desk_load_version_finish (VSL_DESK (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (article == NULL)
    {
      gtk_label_set_label (GTK_LABEL (self->summary_label), error->message);
      return;
    }

  g_set_object (&self->base, article);
  show_changes (self);
}

static void
expanded_cb (VslDifferenceView *self)
{
  show_changes (self);
}

static void
vsl_difference_view_dispose (GObject *object)
{
  VslDifferenceView *self = VSL_DIFFERENCE_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), VSL_TYPE_DIFFERENCE_VIEW);
  g_clear_object (&self->base);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (vsl_difference_view_parent_class)->dispose (object);
}

static void
vsl_difference_view_finalize (GObject *object)
{
  g_clear_object (&VSL_DIFFERENCE_VIEW (object)->cancellable);

  G_OBJECT_CLASS (vsl_difference_view_parent_class)->finalize (object);
}

static void
vsl_difference_view_class_init (VslDifferenceViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vsl_difference_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = vsl_difference_view_finalize;

  g_type_ensure (VSL_TYPE_DIFF_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/verslag/Verslag/ui/vsl-difference-view.ui");
  gtk_widget_class_bind_template_child (widget_class, VslDifferenceView, summary_label);
  gtk_widget_class_bind_template_child (widget_class, VslDifferenceView, expander);
  gtk_widget_class_bind_template_child (widget_class, VslDifferenceView, view);
  gtk_widget_class_bind_template_callback (widget_class, expanded_cb);
}

static void
vsl_difference_view_init (VslDifferenceView *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * vsl_difference_view_new:
 *
 * Returns: (transfer floating): a view that shows nothing
 */
GtkWidget *
vsl_difference_view_new (void)
{
  return g_object_new (VSL_TYPE_DIFFERENCE_VIEW, NULL);
}

/**
 * vsl_difference_view_set_row:
 * @desk: who has the versions
 * @document: the article
 * @row: (nullable): how it stands on a site
 *
 * Shows what an update of that would change; nothing where no version was ever confirmed.
 */
void
vsl_difference_view_set_row (VslDifferenceView *self,
                             VslDesk           *desk,
                             VslDocument       *document,
                             VslOutboxRow      *row)
{
  gint64 number;

  g_return_if_fail (VSL_IS_DIFFERENCE_VIEW (self));
  g_return_if_fail (VSL_IS_DESK (desk) && VSL_IS_DOCUMENT (document));

  number = row != NULL && vsl_outbox_row_get_copy (row) != NULL
           ? vsl_outbox_row_get_plan (row)->base_snapshot : 0;
  if (!g_set_object (&self->document, document) && number == self->number)
    {
      show_changes (self);
      return;
    }

  self->number = number;
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_clear_object (&self->base);
  gtk_label_set_label (GTK_LABEL (self->summary_label), "");
  gtk_widget_set_visible (self->expander, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), number > 0);
  if (number > 0)
    vsl_desk_load_version_async (desk, vsl_document_get_id (document), number, self->cancellable,
                                 loaded_cb, self);
}

/**
 * vsl_difference_view_update:
 *
 * The article has changed.
 */
void
vsl_difference_view_update (VslDifferenceView *self)
{
  g_return_if_fail (VSL_IS_DIFFERENCE_VIEW (self));

  show_changes (self);
}
