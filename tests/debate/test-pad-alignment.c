/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "debate/vsl-pad-alignment.h"

/* A line that was written, and the utterance that it is about. */
typedef struct
{
  const char *name;
  gint64 time_ms;
  const char *speaker;
  const char *text;
  int place;
} Case;

static const Case cases[] = {
  { "words beside time", 61000, "Iris Blok", "eerst luisteren naar de mensen achter de dijk", 1 },
  { "words too far away", 400000, "Iris Blok", "eerst luisteren naar de mensen achter de dijk", 3 },
  { "no words", 12000, "Iris Blok", "", 1 },
  { "the speaker before the nearest", 16000, "Iris Blok", "", 1 },
  { "other words", 50000, "Jos de Wit", "iets heel anders opgeschreven", 2 },
  { "no time, words", -1, "", "samen durven kiezen voor ruimte voor het water", 2 },
  { "no time, no words", -1, "Iris Blok", "", -1 },
};

static VslTranscript *
make_transcript (void)
{
  g_autoptr(GPtrArray) utterances = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (utterances, vsl_utterance_new ("u1", 0, 5000, "Wim den Houter",
                                                  "Welkom allemaal bij dit debat.", FALSE));
  g_ptr_array_add (utterances, vsl_utterance_new ("u2", 5000, 15000, "Iris Blok",
                                                  "Wij moeten eerst luisteren naar de mensen die "
                                                  "achter de dijk wonen.", FALSE));
  g_ptr_array_add (utterances, vsl_utterance_new ("u3", 15000, 60000, "Jos de Wit",
                                                  "Het gaat erom of wij samen durven kiezen voor "
                                                  "ruimte voor het water.", FALSE));
  g_ptr_array_add (utterances, vsl_utterance_new ("u4", 390000, 410000, "Iris Blok",
                                                  "Daar ben ik het mee eens.", FALSE));

  return vsl_transcript_new ("vtt", utterances, NULL);
}

static void
test_place (gconstpointer data)
{
  const Case *row = data;
  g_autoptr(VslTranscript) transcript = make_transcript ();
  g_autoptr(GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GArray) places = NULL;

  g_ptr_array_add (entries, vsl_pad_entry_new (row->time_ms, 0, row->speaker, row->text, TRUE));
  places = vsl_pad_alignment_place (entries, transcript);
  g_assert_cmpuint (places->len, ==, 1);
  g_assert_cmpint (g_array_index (places, int, 0), ==, row->place);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/pad-alignment/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_place);
    }

  return g_test_run ();
}
