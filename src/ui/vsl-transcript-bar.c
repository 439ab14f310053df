/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-transcript-bar.h"

#include "core/vsl-spoken-time.h"
#include "ui/vsl-transcript-search.h"

#include <glib/gi18n.h>

/**
 * VslTranscriptBar:
 *
 * What stands above the list of a transcript and moves about in it: search and how often it hits, whose
 * words are shown, the way to a time, and what can be done with the file.
 */
struct _VslTranscriptBar
{
  GtkWidget  parent_instance;

  VslTranscriptList   *list;       /* (unowned) (nullable) below it, for life */
  VslTranscript       *transcript; /* (owned) (nullable) */
  VslTranscriptSearch *search;     /* (owned) */
  gboolean             filling;    /* speakers are being set, not chosen */

  GtkWidget *box;     /* (template), as all that follow */
  GtkWidget *search_entry;
  GtkWidget *hits_label;
  GtkWidget *step_box;
  GtkWidget *speaker_drop_down;
  GtkWidget *time_button;
  GtkWidget *time_popover;
  GtkWidget *time_entry;
  GtkWidget *time_problem;
};

G_DEFINE_FINAL_TYPE (VslTranscriptBar, vsl_transcript_bar, GTK_TYPE_WIDGET)

static const char *
get_query (VslTranscriptBar *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
}

/* NULL for all. */
static const char *
get_speaker (VslTranscriptBar *self)
{
  GtkDropDown *drop_down = GTK_DROP_DOWN (self->speaker_drop_down);
  GObject *chosen = gtk_drop_down_get_selected_item (drop_down);

  return chosen != NULL && gtk_drop_down_get_selected (drop_down) > 0
         ? gtk_string_object_get_string (GTK_STRING_OBJECT (chosen)) : NULL;
}

static void
show_hits (VslTranscriptBar *self)
{
  g_autofree char *text = NULL;
  guint n = vsl_transcript_search_count (self->search);
  int number =
    vsl_transcript_search_get_number (self->search, vsl_transcript_list_get_place (self->list));

  if (*get_query (self) == '\0')
    text = g_strdup ("");
  else if (n == 0)
    text = g_strdup (_("Not found"));
  else if (number >= 0)
    /* Translators: the number of a hit, and how many there are */
    text = g_strdup_printf (_("%d of %u"), number + 1, n);
  else
    text = g_strdup_printf (ngettext ("%u hit", "%u hits", n), n);
  gtk_label_set_label (GTK_LABEL (self->hits_label), text);
  gtk_widget_set_visible (self->step_box, n > 0);
}

static void
go_to_place (VslTranscriptBar *self,
             int               place)
{
  if (place >= 0 && self->transcript != NULL)
    vsl_transcript_bar_go_to (
      self, vsl_utterance_get_id (vsl_transcript_get_utterance (self->transcript, (guint) place)));
}

static void
look (VslTranscriptBar *self)
{
  vsl_transcript_search_look (self->search, get_query (self), get_speaker (self));
  show_hits (self);
}

static void
search_changed_cb (VslTranscriptBar *self)
{
  vsl_transcript_list_set_query (self->list, get_query (self));
  look (self);
  vsl_transcript_bar_step (self, 0);
}

static void
speaker_cb (VslTranscriptBar *self)
{
  if (self->filling)
    return;

  vsl_transcript_list_set_speaker (self->list, get_speaker (self));
  look (self);
}

static void
next_cb (VslTranscriptBar *self)
{
  vsl_transcript_bar_step (self, 1);
}

static void
previous_cb (VslTranscriptBar *self)
{
  vsl_transcript_bar_step (self, -1);
}

static void
show_problem (VslTranscriptBar *self,
              const char       *problem)
{
  gtk_label_set_label (GTK_LABEL (self->time_problem), problem != NULL ? problem : "");
  gtk_widget_set_visible (self->time_problem, problem != NULL);
}

static void
time_cb (VslTranscriptBar *self)
{
  gint64 ms;
  int place;

  if (!vsl_spoken_time_parse (gtk_editable_get_text (GTK_EDITABLE (self->time_entry)), &ms))
    {
      show_problem (self, _("Type a time as hours, minutes and seconds, such as 1:02:03, or as "
                            "minutes and seconds, such as 62:03."));
      return;
    }

  place = vsl_transcript_bar_find_time (self, ms);
  show_problem (self, place < 0 ? _("This transcript has no times.") : NULL);
  if (place < 0)
    return;

  gtk_popover_popdown (GTK_POPOVER (self->time_popover));
  go_to_place (self, place);
}

static void
vsl_transcript_bar_dispose (GObject *object)
{
  VslTranscriptBar *self = VSL_TRANSCRIPT_BAR (object);

  self->list = NULL;
  g_clear_object (&self->transcript);
  self->filling = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (object), VSL_TYPE_TRANSCRIPT_BAR);
  g_clear_object (&self->search);

  G_OBJECT_CLASS (vsl_transcript_bar_parent_class)->dispose (object);
}

static void
vsl_transcript_bar_class_init (VslTranscriptBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vsl_transcript_bar_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/verslag/Verslag/ui/vsl-transcript-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, VslTranscriptBar, box);
  gtk_widget_class_bind_template_child (widget_class, VslTranscriptBar, search_entry);
  gtk_widget_class_bind_template_child (widget_class, VslTranscriptBar, hits_label);
  gtk_widget_class_bind_template_child (widget_class, VslTranscriptBar, step_box);
  gtk_widget_class_bind_template_child (widget_class, VslTranscriptBar, speaker_drop_down);
  gtk_widget_class_bind_template_child (widget_class, VslTranscriptBar, time_button);
  gtk_widget_class_bind_template_child (widget_class, VslTranscriptBar, time_popover);
  gtk_widget_class_bind_template_child (widget_class, VslTranscriptBar, time_entry);
  gtk_widget_class_bind_template_child (widget_class, VslTranscriptBar, time_problem);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, speaker_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, time_cb);
}

static void
vsl_transcript_bar_init (VslTranscriptBar *self)
{
  self->search = vsl_transcript_search_new ();
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filling = FALSE;
}

/**
 * vsl_transcript_bar_set_list:
 * @list: what it moves about in; it lives as long as this
 */
void
vsl_transcript_bar_set_list (VslTranscriptBar  *self,
                             VslTranscriptList *list)
{
  g_return_if_fail (VSL_IS_TRANSCRIPT_BAR (self) && self->list == NULL);

  self->list = list;
  g_signal_connect_object (list, "selected", G_CALLBACK (show_hits), self, G_CONNECT_SWAPPED);
}

/**
 * vsl_transcript_bar_set_transcript:
 * @transcript: (nullable): whose speakers are offered; the chosen one stays where it still speaks
 */
void
vsl_transcript_bar_set_transcript (VslTranscriptBar *self,
                                   VslTranscript    *transcript)
{
  g_auto(GStrv) names = transcript != NULL ? vsl_transcript_dup_speakers (transcript) : NULL;
  g_autoptr(GtkStringList) choices = gtk_string_list_new (NULL);
  g_autofree char *chosen = NULL;
  guint selected = 0;

  g_return_if_fail (VSL_IS_TRANSCRIPT_BAR (self));

  chosen = g_strdup (get_speaker (self));
  g_set_object (&self->transcript, transcript);
  gtk_string_list_append (choices, _("All speakers"));
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      gtk_string_list_append (choices, names[i]);
      if (g_strcmp0 (names[i], chosen) == 0)
        selected = i + 1;
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->speaker_drop_down), G_LIST_MODEL (choices));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->speaker_drop_down), selected);
  self->filling = FALSE;
  vsl_transcript_list_set_speaker (self->list, get_speaker (self));
}

/**
 * vsl_transcript_bar_set_index:
 * @index: (nullable): of the transcript; %NULL while it is being made
 *
 * Looks in it for what is searched for.
 */
void
vsl_transcript_bar_set_index (VslTranscriptBar   *self,
                              VslTranscriptIndex *index)
{
  g_return_if_fail (VSL_IS_TRANSCRIPT_BAR (self));

  vsl_transcript_search_set_index (self->search, index);
  look (self);
}

/**
 * vsl_transcript_bar_go_to:
 * @utterance_id: an utterance
 *
 * Selects an utterance. When somebody else's words were shown only, all are.
 */
void
vsl_transcript_bar_go_to (VslTranscriptBar *self,
                          const char       *utterance_id)
{
  g_return_if_fail (VSL_IS_TRANSCRIPT_BAR (self) && utterance_id != NULL);

  if (vsl_transcript_list_select (self->list, utterance_id))
    return;

  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->speaker_drop_down), 0);
  vsl_transcript_list_select (self->list, utterance_id);
}

/**
 * vsl_transcript_bar_step:
 * @step: 1 for the next hit, -1 for the previous, 0 for this one or the next
 */
void
vsl_transcript_bar_step (VslTranscriptBar *self,
                         int               step)
{
  g_return_if_fail (VSL_IS_TRANSCRIPT_BAR (self));

  go_to_place (self, vsl_transcript_search_step (
                       self->search, vsl_transcript_list_get_place (self->list), step));
}

/**
 * vsl_transcript_bar_find_time:
 * @ms: a time of the debate
 *
 * Returns: the place of what was being said then; -1 when there are no times
 */
int
vsl_transcript_bar_find_time (VslTranscriptBar *self,
                              gint64            ms)
{
  g_return_val_if_fail (VSL_IS_TRANSCRIPT_BAR (self), -1);

  return vsl_transcript_search_find_time (self->search, ms);
}

/**
 * vsl_transcript_bar_find:
 *
 * Puts the caret in the search.
 */
void
vsl_transcript_bar_find (VslTranscriptBar *self)
{
  g_return_if_fail (VSL_IS_TRANSCRIPT_BAR (self));

  gtk_widget_grab_focus (self->search_entry);
}

/**
 * vsl_transcript_bar_ask_time:
 *
 * Asks for a time to go to.
 */
void
vsl_transcript_bar_ask_time (VslTranscriptBar *self)
{
  g_return_if_fail (VSL_IS_TRANSCRIPT_BAR (self));

  show_problem (self, NULL);
  gtk_menu_button_popup (GTK_MENU_BUTTON (self->time_button));
  gtk_widget_grab_focus (self->time_entry);
}
