/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-suggestions-view.h"

#include "ui/vsl-passage-row.h"

#include <glib/gi18n.h>

#define PER_SPEAKER 3

/**
 * VslSuggestionsView:
 *
 * Passages of the transcript that may be worth quoting, some of every speaker. They are looked for
 * when somebody looks, once per transcript.
 */
struct _VslSuggestionsView
{
  GtkWidget       parent_instance;

  VslCheckRunner *runner;      /* (owned) (nullable) */
  VslCheckReport *report;      /* (owned) (nullable) */
  VslTranscript  *transcript;  /* (owned) (nullable) that the passages are from */
  GPtrArray      *passages;    /* (owned) (nullable) of VslUtterance */
  GCancellable   *cancellable; /* (owned) (nullable) of the search that runs */
  gboolean        wanted;

  GtkWidget      *scroller;    /* (owned, as a child) */
  GtkWidget      *rows;
};

G_DEFINE_FINAL_TYPE (VslSuggestionsView, vsl_suggestions_view, GTK_TYPE_WIDGET)

static void
show_message (VslSuggestionsView *self,
              const char         *message)
{
  GtkWidget *label = gtk_label_new (message);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (self->rows), label);
}

static void
show_rows (VslSuggestionsView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->rows)) != NULL)
    gtk_box_remove (GTK_BOX (self->rows), child);

  if (self->report != NULL && self->transcript == NULL)
    show_message (self, _("Passages are suggested when a transcript is attached."));
  else if (self->passages == NULL)
    show_message (self, _("Looking for passages…"));
  else if (self->passages->len == 0)
    show_message (self, _("Nobody but the chair says anything long enough to suggest."));
  for (guint i = 0; self->passages != NULL && i < self->passages->len; i++)
    {
      GtkWidget *row = vsl_passage_row_new ();

      vsl_passage_row_show (VSL_PASSAGE_ROW (row), g_ptr_array_index (self->passages, i),
                            self->report);
      gtk_box_append (GTK_BOX (self->rows), row);
    }
}

static void
update_rows (VslSuggestionsView *self)
{
  GtkWidget *child = gtk_widget_get_first_child (self->rows);

  for (guint i = 0; child != NULL && self->passages != NULL && i < self->passages->len; i++)
    {
      if (VSL_IS_PASSAGE_ROW (child))
        vsl_passage_row_show (VSL_PASSAGE_ROW (child), g_ptr_array_index (self->passages, i),
                              self->report);
      child = gtk_widget_get_next_sibling (child);
    }
}

static void
suggested_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr(VslSuggestionsView) self = data;
  g_autoptr(GPtrArray) passages =
    vsl_check_runner_suggest_finish (VSL_CHECK_RUNNER (object), result, NULL);

  if (passages == NULL || self->rows == NULL ||
      g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;

  g_clear_object (&self->cancellable);
  self->passages = g_steal_pointer (&passages);
  show_rows (self);
}

static void
forget (VslSuggestionsView *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->passages, g_ptr_array_unref);
}

static void
search (VslSuggestionsView *self)
{
  if (!self->wanted || self->runner == NULL || self->report == NULL ||
      self->transcript == NULL || self->passages != NULL || self->cancellable != NULL)
    return;

  self->cancellable = g_cancellable_new ();
  vsl_check_runner_suggest_async (self->runner, PER_SPEAKER, self->cancellable, suggested_cb,
                                  g_object_ref (self));
}

static void
vsl_suggestions_view_dispose (GObject *object)
{
  VslSuggestionsView *self = VSL_SUGGESTIONS_VIEW (object);

  forget (self);
  self->rows = NULL;
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->transcript);
  g_clear_object (&self->report);
  g_clear_object (&self->runner);
  G_OBJECT_CLASS (vsl_suggestions_view_parent_class)->dispose (object);
}

static void
vsl_suggestions_view_class_init (VslSuggestionsViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vsl_suggestions_view_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
vsl_suggestions_view_init (VslSuggestionsView *self)
{
  self->scroller = gtk_scrolled_window_new ();
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 15);
  gtk_widget_add_css_class (self->rows, "panel");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->rows);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

/**
 * vsl_suggestions_view_new:
 *
 * Returns: (transfer floating): a view of nothing
 */
GtkWidget *
vsl_suggestions_view_new (void)
{
  return g_object_new (VSL_TYPE_SUGGESTIONS_VIEW, NULL);
}

/**
 * vsl_suggestions_view_set_runner:
 * @runner: (nullable): what looks for passages
 */
void
vsl_suggestions_view_set_runner (VslSuggestionsView *self,
                                 VslCheckRunner     *runner)
{
  g_return_if_fail (VSL_IS_SUGGESTIONS_VIEW (self));

  forget (self);
  g_set_object (&self->runner, runner);
}

/**
 * vsl_suggestions_view_set_document:
 * @document: (nullable): the article that is shown
 *
 * Forgets the passages of the article before.
 */
void
vsl_suggestions_view_set_document (VslSuggestionsView *self,
                                   VslDocument        *document)
{
  g_return_if_fail (VSL_IS_SUGGESTIONS_VIEW (self));

  forget (self);
  g_clear_object (&self->transcript);
  g_clear_object (&self->report);
  show_rows (self);
}

/**
 * vsl_suggestions_view_set_report:
 * @report: (nullable): what was found in the article
 *
 * Shows which passages are quoted already; looks anew when the transcript is another one.
 */
void
vsl_suggestions_view_set_report (VslSuggestionsView *self,
                                 VslCheckReport     *report)
{
  VslTranscript *transcript = report != NULL ? vsl_check_report_get_transcript (report) : NULL;
  gboolean first;

  g_return_if_fail (VSL_IS_SUGGESTIONS_VIEW (self));

  first = self->report == NULL;
  g_set_object (&self->report, report);
  if (g_set_object (&self->transcript, transcript) || first)
    {
      forget (self);
      show_rows (self);
    }
  else
    {
      update_rows (self);
    }
  search (self);
}

/**
 * vsl_suggestions_view_set_wanted:
 * @wanted: whether somebody looks
 */
void
vsl_suggestions_view_set_wanted (VslSuggestionsView *self,
                                 gboolean            wanted)
{
  g_return_if_fail (VSL_IS_SUGGESTIONS_VIEW (self));

  self->wanted = !!wanted;
  search (self);
}
