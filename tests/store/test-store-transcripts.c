/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "fixture.h"

#include "store/vsl-store-debates.h"
#include "store/vsl-store-transcripts.h"

static const char original_text[] = "WEBVTT\r\n\0 byte voor byte \xff";

static VslTranscript *
make_transcript (const char *text)
{
  g_autoptr(GPtrArray) utterances = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (utterances, vsl_utterance_new ("u1", 0, 1500, "Iris Blok", text, FALSE));
  g_ptr_array_add (utterances, vsl_utterance_new ("u7", VSL_TIME_UNKNOWN, VSL_TIME_UNKNOWN, NULL,
                                                  "Onder ons.", TRUE));

  return vsl_transcript_new ("vtt", utterances, NULL);
}

static VslDebate *
save_debate (VslStore   *store,
             const char *title)
{
  VslDebateFields fields = { .title = title };
  g_autoptr(VslDebate) made = vsl_debate_new (&fields);
  g_autoptr(GError) error = NULL;
  VslDebate *debate = vsl_store_save_debate (store, made, NOW, &error);

  g_assert_no_error (error);
  return debate;
}

static void
attach (VslStore   *store,
        const char *debate_id,
        const char *text)
{
  g_autoptr(VslTranscript) transcript = make_transcript (text);
  g_autoptr(GBytes) original = g_bytes_new_static (original_text, sizeof original_text);
  g_autoptr(GError) error = NULL;

  g_assert_true (vsl_store_attach_transcript (store, debate_id, transcript, "overleg.vtt",
                                              original, NOW, &error));
  g_assert_no_error (error);
}

static void
test_attach (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(VslStore) store = fixture_open (fixture, VSL_STORE_READ_WRITE);
  g_autoptr(VslDebate) debate = save_debate (store, "Kustdebat");
  g_autoptr(GBytes) expected = g_bytes_new_static (original_text, sizeof original_text);
  g_autoptr(GBytes) original = NULL;
  g_autoptr(VslTranscript) loaded = NULL;
  g_autoptr(GError) error = NULL;
  VslUtterance *utterance;

  attach (store, vsl_debate_get_id (debate), "Het eerste.");
  attach (store, vsl_debate_get_id (debate), "Het tweede.");

  loaded = vsl_store_load_transcript (store, vsl_debate_get_id (debate), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (vsl_transcript_get_format (loaded), ==, "vtt");
  g_assert_cmpuint (vsl_transcript_get_n_utterances (loaded), ==, 2);
  utterance = vsl_transcript_get_utterance (loaded, 0);
  g_assert_cmpstr (vsl_utterance_get_text (utterance), ==, "Het tweede.");
  g_assert_cmpstr (vsl_utterance_get_speaker (utterance), ==, "Iris Blok");
  g_assert_cmpint (vsl_utterance_get_end_ms (utterance), ==, 1500);
  utterance = vsl_transcript_get_utterance (loaded, 1);
  g_assert_cmpstr (vsl_utterance_get_id (utterance), ==, "u7");
  g_assert_cmpint (vsl_utterance_get_start_ms (utterance), ==, VSL_TIME_UNKNOWN);
  g_assert_true (vsl_utterance_get_off_the_record (utterance));

  original = vsl_store_load_original (store, vsl_debate_get_id (debate), &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (original, expected));
  assert_sound (store);
}

static void
test_nothing (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(VslStore) store = fixture_open (fixture, VSL_STORE_READ_WRITE);
  g_autoptr(VslTranscript) transcript = make_transcript ("Iets.");
  g_autoptr(GBytes) original = g_bytes_new_static ("x", 1);
  g_autoptr(GError) none = NULL;
  g_autoptr(GError) nowhere = NULL;

  g_assert_null (vsl_store_load_transcript (store, "0123456789", &none));
  g_assert_error (none, VSL_STORE_ERROR, VSL_STORE_ERROR_NOT_FOUND);
  g_assert_false (vsl_store_attach_transcript (store, "0123456789", transcript, "x", original, NOW,
                                               &nowhere));
  g_assert_error (nowhere, VSL_STORE_ERROR, VSL_STORE_ERROR_NOT_FOUND);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/store/transcripts/attach", test_attach);
  add_test ("/store/transcripts/nothing", test_nothing);

  return g_test_run ();
}
