/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "config.h"

#include "panel-fixture.h"
#include "window-fixture.h"

#include "desk/vsl-desk-debates.h"
#include "desk/vsl-desk-recording.h"
#include "desk/vsl-desk-transcripts.h"
#include "ui/vsl-transcript-list.h"
#include "ui/vsl-transcript-player.h"

#include <string.h>

static const char spoken[] =
  "WEBVTT\n\n00:01.000 --> 00:04.000\n<v Iris Blok>De dijk houd.</v>\n\n"
  "00:05.000 --> 00:09.000\n<v Jos de Wit>Dit blijft onder ons.</v>\n\n"
  "01:02:03.000 --> 01:02:09.000\n<v Iris Blok>De dijk is van klei.</v>\n\n"
  "01:02:10.000 --> 01:02:19.000\n<v Jos de Wit>Een dijk houdt wel.</v>\n";

static GtkWidget *
find_type (GtkWidget  *root,
           const char *type)
{
  if (g_str_equal (G_OBJECT_TYPE_NAME (root), type))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
get_widget (WindowFixture *fixture,
            const char    *type)
{
  return find_type (GTK_WIDGET (fixture->window), type);
}

static VslUtterance *
get_selected (WindowFixture *fixture)
{
  return vsl_transcript_list_get_selected (
    VSL_TRANSCRIPT_LIST (get_widget (fixture, "VslTranscriptList")));
}

static const char *
get_hits (WindowFixture *fixture)
{
  return gtk_label_get_label (
    GTK_LABEL (panel_part (get_widget (fixture, "VslTranscriptBar"), "hits_label")));
}

typedef struct
{
  WindowFixture *fixture;
  const char    *text;
} Expected;

static gboolean
is_selected (gpointer data)
{
  Expected *expected = data;
  VslUtterance *utterance = get_selected (expected->fixture);

  return utterance != NULL && g_str_equal (vsl_utterance_get_text (utterance), expected->text);
}

static void
wait_for (WindowFixture *fixture,
          const char    *text)
{
  Expected expected = { fixture, text };

  panel_wait (is_selected, &expected);
}

static gboolean
has_hits (gpointer data)
{
  Expected *expected = data;

  return g_str_equal (get_hits (expected->fixture), expected->text);
}

static void
wait_for_hits (WindowFixture *fixture,
               const char    *text)
{
  Expected expected = { fixture, text };

  panel_wait (has_hits, &expected);
}

static gboolean
is_open (gpointer data)
{
  WindowFixture *fixture = data;

  return g_str_equal (gtk_stack_get_visible_child_name (
                        GTK_STACK (window_fixture_part (fixture, "editor_stack"))), "debate");
}

/* A debate with a transcript, on the screen; the id of the debate. */
static char *
open_reader (WindowFixture *fixture)
{
  g_autoptr(VslDebateDocument) debate = vsl_desk_new_debate (fixture->desk, "nl", NULL);
  char *id = g_strdup (vsl_debate_document_get_id (debate));
  g_autoptr(GBytes) bytes = g_bytes_new_static (spoken, sizeof spoken - 1);
  g_autoptr(GError) error = NULL;

  g_assert_true (vsl_desk_keep_debate_transcript (fixture->desk, id, bytes, "gesprek.vtt", NULL,
                                                  NULL, &error));
  g_assert_no_error (error);
  vsl_window_open_debate (fixture->window, id);
  panel_wait (is_open, fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.find-in-transcript", NULL);
  wait_for (fixture, "De dijk houd.");

  return id;
}

static char *
dup_stored (WindowFixture *fixture,
            const char    *debate_id,
            guint          place)
{
  g_autoptr(VslTranscript) transcript =
    vsl_desk_load_debate_transcript (fixture->desk, debate_id, NULL);

  return g_strdup (vsl_utterance_get_text (vsl_transcript_get_utterance (transcript, place)));
}

/* The first hit is gone to while typing; F3 goes on, round the end; a speaker can be left out. */
static void
test_search (WindowFixture *fixture,
             gconstpointer  data)
{
  g_autofree char *id = open_reader (fixture);
  GtkWidget *bar = get_widget (fixture, "VslTranscriptBar");

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.find-in-transcript", NULL);
  window_fixture_type (fixture, "DIJK");
  wait_for_hits (fixture, "1 of 3");
  window_fixture_press (fixture, "F3");
  wait_for (fixture, "De dijk is van klei.");
  g_assert_cmpstr (get_hits (fixture), ==, "2 of 3");
  window_fixture_press (fixture, "shift+F3");
  window_fixture_press (fixture, "shift+F3");
  wait_for (fixture, "Een dijk houdt wel.");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (panel_part (bar, "speaker_drop_down")), 1);
  wait_for_hits (fixture, "2 of 2");
  g_assert_cmpstr (vsl_utterance_get_speaker (get_selected (fixture)), ==, "Iris Blok");
  gtk_editable_set_text (GTK_EDITABLE (panel_part (bar, "search_entry")), "duinen");
  wait_for_hits (fixture, "Not found");
}

/* Ctrl+G asks for a time; what is no time is explained, and nothing moves. */
static void
test_time (WindowFixture *fixture,
           gconstpointer  data)
{
  g_autofree char *id = open_reader (fixture);
  GtkWidget *bar = get_widget (fixture, "VslTranscriptBar");

  gtk_widget_grab_focus (panel_part (bar, "speaker_drop_down"));
  window_fixture_press (fixture, "ctrl+g");
  gtk_editable_set_text (GTK_EDITABLE (panel_part (bar, "time_entry")), "half two");
  g_signal_emit_by_name (panel_part (bar, "time_entry"), "activate");
  g_assert_true (gtk_widget_get_visible (panel_part (bar, "time_problem")));
  g_assert_cmpstr (vsl_utterance_get_text (get_selected (fixture)), ==, "De dijk houd.");
  gtk_editable_set_text (GTK_EDITABLE (panel_part (bar, "time_entry")), "62:05");
  g_signal_emit_by_name (panel_part (bar, "time_entry"), "activate");
  wait_for (fixture, "De dijk is van klei.");
}

/* What is half typed about one utterance is kept when another is selected, and can be undone. */
static void
test_correction (WindowFixture *fixture,
                 gconstpointer  data)
{
  g_autofree char *id = open_reader (fixture);
  GtkWidget *editor = get_widget (fixture, "VslTranscriptEditor");
  VslTranscriptList *list = VSL_TRANSCRIPT_LIST (get_widget (fixture, "VslTranscriptList"));
  g_autofree char *second = g_strdup ("");
  g_autofree char *first = NULL;
  g_autofree char *undone = NULL;
  GtkTextBuffer *buffer =
    gtk_text_view_get_buffer (GTK_TEXT_VIEW (panel_part (editor, "words_view")));
  g_autoptr(VslTranscript) transcript = vsl_desk_load_debate_transcript (fixture->desk, id, NULL);

  gtk_text_buffer_set_text (buffer, "De dijk houdt.", -1);
  vsl_transcript_list_select (
    list, vsl_utterance_get_id (vsl_transcript_get_utterance (transcript, 1)));
  wait_for (fixture, "Dit blijft onder ons.");
  first = dup_stored (fixture, id, 0);
  g_assert_cmpstr (first, ==, "De dijk houdt.");

  gtk_widget_activate_action (editor, "transcript.off-record", NULL);
  g_free (second);
  second = dup_stored (fixture, id, 1);
  g_assert_cmpstr (second, ==, "Dit blijft onder ons.");
  gtk_widget_activate_action (editor, "transcript.undo", NULL);
  gtk_widget_activate_action (editor, "transcript.undo", NULL);
  undone = dup_stored (fixture, id, 0);
  g_assert_cmpstr (undone, ==, "De dijk houd.");
}

static gboolean
has_dialog (gpointer data)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      if (g_str_equal (G_OBJECT_TYPE_NAME (window), "VslReportDialog"))
        return TRUE;
    }

  return FALSE;
}

/* What is collected is asked about as a report. */
static void
test_report (WindowFixture *fixture,
             gconstpointer  data)
{
  g_autofree char *id = open_reader (fixture);
  GtkWidget *quoting = get_widget (fixture, "VslTranscriptQuoting");

  g_assert_false (gtk_widget_get_visible (panel_part (quoting, "report_button")));
  gtk_toggle_button_set_active (
    GTK_TOGGLE_BUTTON (find_type (get_widget (fixture, "VslUtteranceLine"), "GtkToggleButton")),
    TRUE);
  g_assert_true (gtk_widget_get_visible (panel_part (quoting, "report_button")));
  gtk_widget_activate_action (quoting, "transcript.report", NULL);
  panel_wait (has_dialog, NULL);
  window_fixture_press (fixture, "Escape");
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      data)
{
  g_autofree char *uri = vsl_desk_recording_finish (VSL_DESK (object), result, NULL);

  g_assert_nonnull (uri);
  *(gboolean *) data = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

static gboolean
has_problem (gpointer data)
{
  return gtk_widget_get_visible (panel_part (get_widget (data, "VslTranscriptPlayer"), "problem_box"));
}

/* A recording that is gone is not forgotten: the reader says so, and asks where it is now. */
static void
test_recording (WindowFixture *fixture,
                gconstpointer  data)
{
  g_autofree char *id = open_reader (fixture);
  VslTranscriptPlayer *player = VSL_TRANSCRIPT_PLAYER (get_widget (fixture, "VslTranscriptPlayer"));
  gboolean saved = FALSE;

  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (player)));
  vsl_desk_save_recording_async (fixture->desk, id, "file:///nowhere/debate.ogg", saved_cb, &saved);
  panel_wait (is_true, &saved);
  vsl_transcript_player_set_debate (player, fixture->desk, id);
  panel_wait (has_problem, fixture);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (player)));
  g_assert_false (vsl_transcript_player_is_ready (player));
  g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (panel_part (GTK_WIDGET (player),
                                                                        "problem_label"))),
                            "/nowhere/debate.ogg"));
  vsl_transcript_player_toggle (player);
  g_assert_cmpint (vsl_transcript_player_get_time (player), ==, 0);
}

static void
add (const char *path,
     void      (*test) (WindowFixture *fixture, gconstpointer data))
{
  g_test_add (path, WindowFixture, NULL, window_fixture_set_up, test, window_fixture_tear_down);
}

int
main (int    argc,
      char **argv)
{
  window_fixture_init (&argc, &argv);
  add ("/transcript/search", test_search);
  add ("/transcript/time", test_time);
  add ("/transcript/correction", test_correction);
  add ("/transcript/report", test_report);
  add ("/transcript/recording", test_recording);

  return g_test_run ();
}
