/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-quote-drawer.h"

#include "ui/vsl-passage-row.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * VslQuoteDrawer:
 *
 * The transcript under the text, to quote from while writing: searched as is typed, by speaker. What
 * is inserted keeps no link: the check finds the words in the transcript again, and goes on doing so
 * when they are edited.
 */
struct _VslQuoteDrawer
{
  GtkWidget           parent_instance;

  VslCheckRunner     *runner;     /* (owned) (nullable) */
  VslTranscript      *transcript; /* (owned) (nullable) that is listed */
  GListStore         *utterances; /* (owned) */
  GtkFilterListModel *matches;    /* (owned) */
  GPtrArray          *rows;       /* (owned) of VslPassageRow (unowned): those on the screen, with */
  GPtrArray          *shown;      /* (owned) of VslUtterance: what each of them shows */
  char              **words;      /* (owned) (nullable) sought, folded */

  GtkWidget          *box;        /* (template), as all that follow */
  GtkWidget          *search_entry;
  GtkWidget          *speaker_drop_down;
  GtkWidget          *stack;
  GtkWidget          *list;
  GtkWidget          *message_label;
};

G_DEFINE_FINAL_TYPE (VslQuoteDrawer, vsl_quote_drawer, GTK_TYPE_WIDGET)

static VslCheckReport *
get_report (VslQuoteDrawer *self)
{
  return self->runner != NULL ? vsl_check_runner_get_report (self->runner) : NULL;
}

/* NULL for all. */
static const char *
get_speaker (VslQuoteDrawer *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->speaker_drop_down));
  GListModel *model = gtk_drop_down_get_model (GTK_DROP_DOWN (self->speaker_drop_down));

  return selected == 0 || selected == GTK_INVALID_LIST_POSITION
         ? NULL : gtk_string_list_get_string (GTK_STRING_LIST (model), selected);
}

/* Every word that is sought must be there, in any order. */
static gboolean
matches (gpointer item,
         gpointer data)
{
  VslQuoteDrawer *self = data;
  const char *speaker = get_speaker (self);
  g_autofree char *text = NULL;

  if (speaker != NULL && g_strcmp0 (vsl_utterance_get_speaker (item), speaker) != 0)
    return FALSE;
  if (self->words == NULL)
    return TRUE;

  text = g_utf8_casefold (vsl_utterance_get_text (item), -1);
  for (guint i = 0; self->words[i] != NULL; i++)
    if (strstr (text, self->words[i]) == NULL)
      return FALSE;

  return TRUE;
}

static void
show_state (VslQuoteDrawer *self)
{
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->matches)) > 0;

  gtk_label_set_label (GTK_LABEL (self->message_label),
                       self->transcript != NULL
                       ? _("Nobody said anything like this.")
                       : _("Attach a transcript in the panel of quotations to quote from it."));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), any ? "list" : "message");
}

static void
search_changed_cb (VslQuoteDrawer *self)
{
  g_autofree char *sought =
    g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)), -1);

  g_clear_pointer (&self->words, g_strfreev);
  if (*g_strstrip (sought) != '\0')
    self->words = g_strsplit (sought, " ", -1);
  gtk_filter_changed (gtk_filter_list_model_get_filter (self->matches), GTK_FILTER_CHANGE_DIFFERENT);
  show_state (self);
}

static void
close_cb (VslQuoteDrawer *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toggle-quote-drawer", NULL);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          VslQuoteDrawer           *self)
{
  gtk_list_item_set_child (item, vsl_passage_row_new ());
  gtk_list_item_set_activatable (item, FALSE);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         VslQuoteDrawer           *self)
{
  VslPassageRow *row = VSL_PASSAGE_ROW (gtk_list_item_get_child (item));
  VslUtterance *utterance = gtk_list_item_get_item (item);

  vsl_passage_row_show (row, utterance, get_report (self));
  g_ptr_array_add (self->rows, row);
  g_ptr_array_add (self->shown, g_object_ref (utterance));
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           VslQuoteDrawer           *self)
{
  guint index;

  if (g_ptr_array_find (self->rows, gtk_list_item_get_child (item), &index))
    {
      g_ptr_array_remove_index (self->rows, index);
      g_ptr_array_remove_index (self->shown, index);
    }
}

static void
fill (VslQuoteDrawer *self)
{
  g_autoptr(GtkStringList) speakers = gtk_string_list_new (NULL);
  g_autoptr(GPtrArray) utterances = g_ptr_array_new ();
  g_auto(GStrv) names = self->transcript != NULL ? vsl_transcript_dup_speakers (self->transcript)
                                                 : NULL;

  gtk_string_list_append (speakers, _("All speakers"));
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    gtk_string_list_append (speakers, names[i]);
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->speaker_drop_down), G_LIST_MODEL (speakers));

  for (guint i = 0; self->transcript != NULL &&
                    i < vsl_transcript_get_n_utterances (self->transcript); i++)
    g_ptr_array_add (utterances, vsl_transcript_get_utterance (self->transcript, i));
  g_list_store_splice (self->utterances, 0,
                       g_list_model_get_n_items (G_LIST_MODEL (self->utterances)),
                       utterances->pdata, utterances->len);
}

static void
report_changed_cb (VslQuoteDrawer *self)
{
  VslCheckReport *report = get_report (self);
  VslTranscript *transcript = report != NULL ? vsl_check_report_get_transcript (report) : NULL;

  if (g_set_object (&self->transcript, transcript))
    fill (self);
  else
    for (guint i = 0; i < self->rows->len; i++)
      vsl_passage_row_show (g_ptr_array_index (self->rows, i), g_ptr_array_index (self->shown, i),
                            report);
  show_state (self);
}

static gboolean
vsl_quote_drawer_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (VSL_QUOTE_DRAWER (widget)->search_entry);
}

static void
vsl_quote_drawer_dispose (GObject *object)
{
  VslQuoteDrawer *self = VSL_QUOTE_DRAWER (object);

  if (self->runner != NULL)
    g_signal_handlers_disconnect_by_data (self->runner, self);
  g_clear_object (&self->runner);
  if (self->matches != NULL)
    gtk_filter_list_model_set_filter (self->matches, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), VSL_TYPE_QUOTE_DRAWER);
  g_clear_object (&self->transcript);

  G_OBJECT_CLASS (vsl_quote_drawer_parent_class)->dispose (object);
}

static void
vsl_quote_drawer_finalize (GObject *object)
{
  VslQuoteDrawer *self = VSL_QUOTE_DRAWER (object);

  g_clear_object (&self->matches);
  g_clear_object (&self->utterances);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->shown);
  g_strfreev (self->words);

  G_OBJECT_CLASS (vsl_quote_drawer_parent_class)->finalize (object);
}

static void
vsl_quote_drawer_class_init (VslQuoteDrawerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vsl_quote_drawer_dispose;
  object_class->finalize = vsl_quote_drawer_finalize;
  widget_class->grab_focus = vsl_quote_drawer_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/verslag/Verslag/ui/vsl-quote-drawer.ui");
  gtk_widget_class_bind_template_child (widget_class, VslQuoteDrawer, box);
  gtk_widget_class_bind_template_child (widget_class, VslQuoteDrawer, search_entry);
  gtk_widget_class_bind_template_child (widget_class, VslQuoteDrawer, speaker_drop_down);
  gtk_widget_class_bind_template_child (widget_class, VslQuoteDrawer, stack);
  gtk_widget_class_bind_template_child (widget_class, VslQuoteDrawer, list);
  gtk_widget_class_bind_template_child (widget_class, VslQuoteDrawer, message_label);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
}

static void
vsl_quote_drawer_init (VslQuoteDrawer *self)
{
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr(GtkSelectionModel) selection = NULL;

  self->rows = g_ptr_array_new ();
  self->shown = g_ptr_array_new_with_free_func (g_object_unref);
  self->utterances = g_list_store_new (VSL_TYPE_UTTERANCE);
  self->matches =
    gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->utterances)), NULL);
  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), self);
  gtk_filter_list_model_set_filter (
    self->matches, GTK_FILTER (gtk_custom_filter_new (matches, self, NULL)));
  selection = GTK_SELECTION_MODEL (
    gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->matches))));
  gtk_list_view_set_factory (GTK_LIST_VIEW (self->list), factory);
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list), selection);
  fill (self);
  show_state (self);
}

/**
 * vsl_quote_drawer_new:
 *
 * Returns: (transfer floating): an empty drawer
 */
GtkWidget *
vsl_quote_drawer_new (void)
{
  return g_object_new (VSL_TYPE_QUOTE_DRAWER, NULL);
}

/**
 * vsl_quote_drawer_set_runner:
 * @runner: (nullable): what checks the article that is shown, and knows its transcript
 */
void
vsl_quote_drawer_set_runner (VslQuoteDrawer *self,
                             VslCheckRunner *runner)
{
  g_return_if_fail (VSL_IS_QUOTE_DRAWER (self));

  if (self->runner != NULL)
    g_signal_handlers_disconnect_by_data (self->runner, self);
  g_set_object (&self->runner, runner);
  if (runner != NULL)
    g_signal_connect_object (runner, "notify::report", G_CALLBACK (report_changed_cb), self,
                             G_CONNECT_SWAPPED);
  report_changed_cb (self);
}
