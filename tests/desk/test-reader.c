/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "fixture.h"

#include "desk/vsl-debate-pad.h"
#include "desk/vsl-desk-debates.h"
#include "desk/vsl-desk-attachment.h"
#include "desk/vsl-desk-reader.h"

static const char spoken[] =
  "WEBVTT\n\n00:01.000 --> 00:04.000\n<v Iris Blok>De dijk houd.</v>\n\n"
  "00:05.000 --> 00:09.000\n<v Jos de Wit>Dit blijft onder ons.</v>\n";

typedef struct
{
  VslTranscript *transcript; /* (owned) (nullable) */
  GBytes *bytes;             /* (owned) (nullable) */
  GError *error;             /* (owned) (nullable) */
  gboolean done;
} Answer;

static void
answer_clear (Answer *answer)
{
  g_clear_object (&answer->transcript);
  g_clear_pointer (&answer->bytes, g_bytes_unref);
  g_clear_error (&answer->error);
  answer->done = FALSE;
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Answer, answer_clear)

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      data)
{
  Answer *answer = data;

  answer->transcript =
    vsl_desk_read_bytes_finish (VSL_DESK (object), result, &answer->bytes, &answer->error);
  answer->done = TRUE;
}

static void
kept_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      data)
{
  Answer *answer = data;
  g_autoptr(VslTranscriptPlan) done = NULL;

  answer_clear (answer);
  done = vsl_desk_plan_finish (VSL_DESK (object), result, &answer->error);
  if (done != NULL)
    answer->transcript = g_object_ref (vsl_transcript_plan_get_transcript (done));
  answer->done = TRUE;
}

static void
stored_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  Answer *answer = data;

  answer_clear (answer);
  answer->transcript = vsl_desk_reader_finish (VSL_DESK (object), result, &answer->error);
  answer->done = TRUE;
}

static void
attach (Fixture    *fixture,
        const char *debate_id,
        Answer     *answer)
{
  g_autofree char *path = g_build_filename (fixture->data_dir, "gesprek.vtt", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_auto(Answer) read = { 0 };
  g_autoptr(VslDebate) debate = vsl_desk_load_debate (fixture->desk, debate_id, NULL);
  g_autoptr(VslArticle) article = vsl_debate_make_article (debate);

  g_assert_true (g_file_set_contents (path, spoken, -1, NULL));
  vsl_desk_read_bytes_async (fixture->desk, file, NULL, read_cb, &read);
  WAIT_WHILE (!read.done);
  g_assert_no_error (read.error);
  vsl_desk_keep_read_async (fixture->desk, debate_id, article, read.transcript, read.bytes,
                            "gesprek.vtt", NULL, kept_cb, answer);
  WAIT_WHILE (!answer->done);
  g_assert_no_error (answer->error);
}

static void
assert_text (Answer     *answer,
             guint       index,
             const char *text)
{
  WAIT_WHILE (!answer->done);
  g_assert_no_error (answer->error);
  g_assert_cmpstr (
    vsl_utterance_get_text (vsl_transcript_get_utterance (answer->transcript, index)), ==, text);
}

/* A correction can be undone and done again, also after the program has ended; a new one ends that. */
static void
test_corrections (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr(VslDebateDocument) debate = vsl_desk_new_debate (fixture->desk, "nl", NULL);
  g_autofree char *id = g_strdup (vsl_debate_document_get_id (debate));
  g_auto(Answer) answer = { 0 };
  g_autoptr(VslUtterance) right = NULL;
  g_autoptr(VslUtterance) secret = NULL;

  attach (fixture, id, &answer);
  right = vsl_utterance_with_words (vsl_transcript_get_utterance (answer.transcript, 0), "Jos",
                                    "De dijk houdt.");
  secret = vsl_utterance_with_record (vsl_transcript_get_utterance (answer.transcript, 1), TRUE, NULL);

  answer.done = FALSE;
  vsl_desk_correct_async (fixture->desk, id, right, stored_cb, &answer);
  assert_text (&answer, 0, "De dijk houdt.");
  answer.done = FALSE;
  vsl_desk_correct_async (fixture->desk, id, secret, stored_cb, &answer);
  WAIT_WHILE (!answer.done);
  g_assert_true (vsl_utterance_get_off_the_record (
    vsl_transcript_get_utterance (answer.transcript, 1)));

  g_clear_object (&debate);
  fixture_close (fixture);
  fixture_open (fixture);
  answer.done = FALSE;
  vsl_desk_undo_correction_async (fixture->desk, id, FALSE, stored_cb, &answer);
  assert_text (&answer, 1, "Dit blijft onder ons.");
  g_assert_false (vsl_utterance_get_off_the_record (
    vsl_transcript_get_utterance (answer.transcript, 1)));
  answer.done = FALSE;
  vsl_desk_undo_correction_async (fixture->desk, id, FALSE, stored_cb, &answer);
  assert_text (&answer, 0, "De dijk houd.");
  answer.done = FALSE;
  vsl_desk_undo_correction_async (fixture->desk, id, TRUE, stored_cb, &answer);
  assert_text (&answer, 0, "De dijk houdt.");

  answer.done = FALSE;
  vsl_desk_correct_async (fixture->desk, id, right, stored_cb, &answer);
  WAIT_WHILE (!answer.done);
  answer.done = FALSE;
  vsl_desk_undo_correction_async (fixture->desk, id, TRUE, stored_cb, &answer);
  WAIT_WHILE (!answer.done);
  g_assert_error (answer.error, VSL_DESK_ERROR, VSL_DESK_ERROR_NOT_FOUND);
}

/* Attaching again keeps what was corrected and what is off the record, and both can still be undone. */
static void
test_again (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(VslDebateDocument) debate = vsl_desk_new_debate (fixture->desk, "nl", NULL);
  const char *id = vsl_debate_document_get_id (debate);
  g_auto(Answer) answer = { 0 };
  g_autoptr(VslUtterance) right = NULL;
  g_autoptr(VslUtterance) secret = NULL;

  attach (fixture, id, &answer);
  right = vsl_utterance_with_words (vsl_transcript_get_utterance (answer.transcript, 0), "Jos",
                                    "De dijk houdt.");
  secret = vsl_utterance_with_record (vsl_transcript_get_utterance (answer.transcript, 1), TRUE, NULL);
  answer.done = FALSE;
  vsl_desk_correct_async (fixture->desk, id, right, stored_cb, &answer);
  WAIT_WHILE (!answer.done);
  answer.done = FALSE;
  vsl_desk_correct_async (fixture->desk, id, secret, stored_cb, &answer);
  WAIT_WHILE (!answer.done);

  answer.done = FALSE;
  attach (fixture, id, &answer);
  assert_text (&answer, 0, "De dijk houdt.");
  g_assert_cmpstr (
    vsl_utterance_get_speaker (vsl_transcript_get_utterance (answer.transcript, 0)), ==, "Jos");
  g_assert_true (vsl_utterance_get_off_the_record (
    vsl_transcript_get_utterance (answer.transcript, 1)));
  answer.done = FALSE;
  vsl_desk_undo_correction_async (fixture->desk, id, FALSE, stored_cb, &answer);
  WAIT_WHILE (!answer.done);
  g_assert_false (vsl_utterance_get_off_the_record (
    vsl_transcript_get_utterance (answer.transcript, 1)));
}

/* What is written live is on the disk by itself, with its times, marks and votes. */
static void
test_pad (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr(VslDebateDocument) debate = vsl_desk_new_debate (fixture->desk, "nl", NULL);
  g_autofree char *id = g_strdup (vsl_debate_document_get_id (debate));
  VslPadVote vote = { (char *) "Eerst de dijk.", 12, 7, 1 };
  g_autoptr(VslPadEntry) entry = NULL;
  GListModel *entries;

  vsl_debate_pad_set_running (debate, TRUE);
  fixture->now += 61 * G_USEC_PER_SEC;
  vsl_debate_pad_add (debate, G_MAXUINT, "Iris Blok");
  vsl_debate_pad_set_text (debate, 0, "dijk houdt");
  vsl_debate_pad_set_quote (debate, 0, TRUE);
  vsl_debate_pad_set_running (debate, FALSE);
  fixture->now += 10 * G_USEC_PER_SEC;
  vsl_debate_pad_set_vote (debate, &vote);
  vsl_debate_pad_add (debate, 1, NULL);
  WAIT_WHILE (vsl_debate_document_get_dirty (debate));
  vsl_debate_pad_set_text (debate, 1, "nog net getypt");
  g_clear_object (&debate);
  fixture_close (fixture);
  fixture_open (fixture);

  debate = vsl_desk_open_debate (fixture->desk, id, NULL);
  entries = vsl_debate_pad_get_entries (debate);
  g_assert_cmpuint (g_list_model_get_n_items (entries), ==, 2);
  entry = g_list_model_get_item (entries, 0);
  g_assert_cmpstr (vsl_pad_entry_get_text (entry), ==, "dijk houdt");
  g_assert_cmpstr (vsl_pad_entry_get_speaker (entry), ==, "Iris Blok");
  g_assert_true (vsl_pad_entry_get_quote (entry));
  g_assert_cmpint (vsl_pad_entry_get_time_ms (entry), ==, 61000);
  g_assert_cmpint (vsl_pad_entry_get_made_at (entry), ==, NOW + 61 * G_USEC_PER_SEC);
  g_set_object (&entry, NULL);
  entry = g_list_model_get_item (entries, 1);
  g_assert_cmpstr (vsl_pad_entry_get_text (entry), ==, "nog net getypt");
  g_assert_cmpint (vsl_pad_entry_get_time_ms (entry), ==, 61000);
  g_assert_cmpuint (vsl_debate_pad_get_vote (debate, "Eerst de dijk.")->against, ==, 7);
  g_assert_null (vsl_debate_pad_get_vote (debate, "Dan de duinen."));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture_set_up (fixture, data);
  fixture_open (fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/reader/corrections", Fixture, NULL, set_up, test_corrections, fixture_tear_down);
  g_test_add ("/reader/again", Fixture, NULL, set_up, test_again, fixture_tear_down);
  g_test_add ("/reader/pad", Fixture, NULL, set_up, test_pad, fixture_tear_down);

  return g_test_run ();
}
