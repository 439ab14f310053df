/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "window-fixture.h"

#include "desk/vsl-debate-pad.h"
#include "desk/vsl-desk-debates.h"
#include "desk/vsl-desk-transcripts.h"
#include "desk/vsl-participant-list.h"
#include "ui/vsl-pad-page.h"
#include "ui/vsl-transcript-page.h"

#include <string.h>

typedef struct
{
  WindowFixture *fixture;
  GType          type;
} Part;

static gboolean
is_there (gpointer data)
{
  const Part *part = data;

  return panel_find (GTK_WIDGET (part->fixture->window), part->type, 0) != NULL;
}

static void
open_debate (WindowFixture     *fixture,
             VslDebateDocument *debate)
{
  vsl_window_open_debate (fixture->window, vsl_debate_document_get_id (debate));
  panel_wait (is_there, &(Part) { fixture, VSL_TYPE_PAD_PAGE });
}

static void
open_pad (WindowFixture     *fixture,
          VslDebateDocument *debate)
{
  GtkWidget *pad, *notebook;

  open_debate (fixture, debate);
  pad = panel_find (GTK_WIDGET (fixture->window), VSL_TYPE_PAD_PAGE, 0);
  g_assert_nonnull (pad);
  notebook = gtk_widget_get_ancestor (pad, GTK_TYPE_NOTEBOOK);
  gtk_notebook_set_current_page (GTK_NOTEBOOK (notebook),
                                 gtk_notebook_page_num (GTK_NOTEBOOK (notebook), pad));
  gtk_widget_activate_action (pad, "pad.clock", NULL);
  gtk_widget_activate_action (pad, "pad.speaker", "u", 1);
}

static gboolean
is_clean (gpointer data)
{
  return !vsl_debate_document_get_dirty (data);
}

/* The keys of the pad: a number opens a line, Enter the next, Ctrl+M marks it, Backspace takes an
 * empty one away. */
static void
test_keys (WindowFixture *fixture,
           gconstpointer  data)
{
  g_autoptr(VslDebateDocument) debate = vsl_desk_new_debate (fixture->desk, "nl", NULL);
  g_autoptr(VslPerson) first = vsl_person_new_from_text ("Iris Blok");
  g_autoptr(VslPerson) second = vsl_person_new_from_text ("Jos de Wit");
  g_autoptr(VslParticipant) iris = vsl_participant_new (first, NULL, NULL, FALSE);
  g_autoptr(VslParticipant) jos = vsl_participant_new (second, NULL, NULL, FALSE);
  GListModel *entries = vsl_debate_pad_get_entries (debate);
  g_autoptr(VslPadEntry) one = NULL;
  g_autoptr(VslPadEntry) two = NULL;

  vsl_participant_list_insert (vsl_debate_document_get_participants (debate), 0, iris);
  vsl_participant_list_insert (vsl_debate_document_get_participants (debate), 1, jos);
  open_pad (fixture, debate);
  window_fixture_type (fixture, "dijk houdt");
  window_fixture_press (fixture, "alt+2");
  window_fixture_type (fixture, "duinen ook");
  window_fixture_press (fixture, "ctrl+m");
  window_fixture_press (fixture, "Return");
  window_fixture_press (fixture, "BackSpace");
  panel_wait (is_clean, debate);

  g_assert_cmpuint (g_list_model_get_n_items (entries), ==, 2);
  one = g_list_model_get_item (entries, 0);
  two = g_list_model_get_item (entries, 1);
  g_assert_cmpstr (vsl_pad_entry_get_text (one), ==, "dijk houdt");
  g_assert_cmpstr (vsl_pad_entry_get_speaker (one), ==, "Iris Blok");
  g_assert_cmpint (vsl_pad_entry_get_time_ms (one), >=, 0);
  g_assert_false (vsl_pad_entry_get_quote (one));
  g_assert_cmpstr (vsl_pad_entry_get_text (two), ==, "duinen ook");
  g_assert_cmpstr (vsl_pad_entry_get_speaker (two), ==, "Jos de Wit");
  g_assert_true (vsl_pad_entry_get_quote (two));
}

static gboolean
is_shown (gpointer data)
{
  return gtk_widget_get_mapped (data);
}

static gboolean
is_selected (gpointer data)
{
  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (data))) == 2 &&
         gtk_single_selection_get_selected (
           GTK_SINGLE_SELECTION (gtk_list_view_get_model (data))) == 1;
}

static gboolean
is_off (gpointer data)
{
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (data));
  g_autoptr(VslUtterance) utterance = g_list_model_get_item (model, 1);

  return utterance != NULL && vsl_utterance_get_off_the_record (utterance);
}

static gboolean
is_on (gpointer data)
{
  return !is_off (data);
}

/* From a quotation to the utterance; put it off the record, and take that back. */
static void
test_reader (WindowFixture *fixture,
             gconstpointer  data)
{
  static const char spoken[] =
    "WEBVTT\n\n00:01.000 --> 00:04.000\n<v Iris Blok>De dijk houdt.</v>\n\n"
    "00:05.000 --> 00:09.000\n<v Jos de Wit>Dit blijft onder ons.</v>\n";
  g_autoptr(VslDebateDocument) debate = vsl_desk_new_debate (fixture->desk, "nl", NULL);
  g_autoptr(GBytes) bytes = g_bytes_new_static (spoken, strlen (spoken));
  g_autoptr(VslTranscript) transcript = NULL;
  GtkWidget *page, *list;

  g_assert_true (vsl_desk_keep_debate_transcript (fixture->desk, vsl_debate_document_get_id (debate),
                                                  bytes, "gesprek.vtt", NULL, NULL, NULL));
  transcript = vsl_desk_load_debate_transcript (fixture->desk, vsl_debate_document_get_id (debate),
                                                NULL);
  open_debate (fixture, debate);
  gtk_widget_activate_action (
    GTK_WIDGET (fixture->window), "win.show-utterance", "s",
    vsl_utterance_get_id (vsl_transcript_get_utterance (transcript, 1)));
  page = panel_find (GTK_WIDGET (fixture->window), VSL_TYPE_TRANSCRIPT_PAGE, 0);
  /* The first one is that of the choice of speakers. */
  list = panel_find (page, GTK_TYPE_LIST_VIEW, 1);
  panel_wait (is_shown, list);
  panel_wait (is_selected, list);

  gtk_widget_activate_action (page, "transcript.off-record", NULL);
  panel_wait (is_off, list);
  gtk_widget_activate_action (page, "transcript.undo", NULL);
  panel_wait (is_on, list);
}

int
main (int   argc,
      char *argv[])
{
  window_fixture_init (&argc, &argv);

  g_test_add ("/pad/keys", WindowFixture, NULL, window_fixture_set_up, test_keys,
              window_fixture_tear_down);

  g_test_add ("/transcript/reader", WindowFixture, NULL, window_fixture_set_up, test_reader,
              window_fixture_tear_down);

  return g_test_run ();
}
