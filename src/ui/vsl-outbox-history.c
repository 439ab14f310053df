/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-outbox-history.h"

#include "desk/vsl-outbox-story.h"
#include "desk/vsl-outbox-words.h"
#include "ui/vsl-words.h"

#include <glib/gi18n.h>

/**
 * VslOutboxHistory:
 *
 * All that happened to an article on one site, oldest first, each with its moment. Read in the background
 * when it is seen, and again when the row is another.
 */
struct _VslOutboxHistory
{
  AdwBin        parent_instance;

  VslDesk      *desk;        /* (owned) (nullable) */
  VslOutboxRow *row;         /* (owned) (nullable) */
  gboolean      stale;       /* what is shown is not of @row */
  GCancellable *cancellable; /* (owned) of the reading */

  GtkWidget    *list;
};

G_DEFINE_FINAL_TYPE (VslOutboxHistory, vsl_outbox_history, ADW_TYPE_BIN)

static GtkWidget *
make_line (const char *text,
           const char *moment)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0f, "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);
  g_autofree char *name = moment != NULL ? g_strdup_printf ("%s: %s", moment, text) : g_strdup (text);

  gtk_box_append (GTK_BOX (box), label);
  if (moment != NULL)
    {
      GtkWidget *caption = g_object_new (GTK_TYPE_LABEL, "label", moment, "xalign", 0.0f, "wrap", TRUE, NULL);

      gtk_widget_add_css_class (caption, "caption");
      gtk_widget_add_css_class (caption, "dim-label");
      gtk_widget_add_css_class (caption, "numeric");
      gtk_box_append (GTK_BOX (box), caption);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return row;
}

static void
clear (VslOutboxHistory *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(VslOutboxHistory) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(VslOutboxStory) story = vsl_desk_read_outbox_story_finish (VSL_DESK (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  clear (self);
  if (story == NULL)
    gtk_list_box_append (GTK_LIST_BOX (self->list), make_line (error->message, NULL));
  for (guint i = 0; story != NULL && i < story->events->len; i++)
    {
      g_autofree char *words = vsl_outbox_words_event (story->events->pdata[i]);
      g_autofree char *moment = vsl_words_dup_moment (vsl_outbox_event_get_at (story->events->pdata[i]));

      gtk_list_box_append (GTK_LIST_BOX (self->list), make_line (words, moment));
    }
  if (story != NULL && story->events->len == 0)
    gtk_list_box_append (GTK_LIST_BOX (self->list), make_line (_("Nothing happened yet."), NULL));
}

static void
read_story (VslOutboxHistory *self)
{
  self->stale = FALSE;
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  vsl_desk_read_outbox_story_async (self->desk, self->row, self->cancellable, read_cb, g_object_ref (self));
}

static void
vsl_outbox_history_map (GtkWidget *widget)
{
  VslOutboxHistory *self = VSL_OUTBOX_HISTORY (widget);

  GTK_WIDGET_CLASS (vsl_outbox_history_parent_class)->map (widget);

  if (self->stale && self->row != NULL)
    read_story (self);
}

static void
vsl_outbox_history_dispose (GObject *object)
{
  VslOutboxHistory *self = VSL_OUTBOX_HISTORY (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->row);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (vsl_outbox_history_parent_class)->dispose (object);
}

static void
vsl_outbox_history_finalize (GObject *object)
{
  g_clear_object (&VSL_OUTBOX_HISTORY (object)->cancellable);

  G_OBJECT_CLASS (vsl_outbox_history_parent_class)->finalize (object);
}

static void
vsl_outbox_history_class_init (VslOutboxHistoryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vsl_outbox_history_dispose;
  G_OBJECT_CLASS (klass)->finalize = vsl_outbox_history_finalize;
  GTK_WIDGET_CLASS (klass)->map = vsl_outbox_history_map;
}

static void
vsl_outbox_history_init (VslOutboxHistory *self)
{
  self->cancellable = g_cancellable_new ();
  self->list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, NULL);
  gtk_widget_add_css_class (self->list, "history");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("History"),
                                  -1);
  adw_bin_set_child (ADW_BIN (self), self->list);
}

/**
 * vsl_outbox_history_new:
 *
 * Returns: (transfer floating): a history of nothing
 */
GtkWidget *
vsl_outbox_history_new (void)
{
  return g_object_new (VSL_TYPE_OUTBOX_HISTORY, NULL);
}

/**
 * vsl_outbox_history_set_row:
 * @desk: (nullable): who has the history
 * @row: (nullable): of what; the same one anew when something happened to it
 */
void
vsl_outbox_history_set_row (VslOutboxHistory *self,
                            VslDesk          *desk,
                            VslOutboxRow     *row)
{
  g_return_if_fail (VSL_IS_OUTBOX_HISTORY (self));
  g_return_if_fail (row == NULL || (VSL_IS_OUTBOX_ROW (row) && VSL_IS_DESK (desk)));

  if (self->row == row)
    return;
  if (row == NULL || self->row == NULL ||
      vsl_outbox_row_get_row_id (row) != vsl_outbox_row_get_row_id (self->row))
    clear (self);
  g_set_object (&self->desk, desk);
  g_set_object (&self->row, row);
  self->stale = row != NULL;
  if (row == NULL)
    g_cancellable_cancel (self->cancellable);
  else if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    read_story (self);
}
