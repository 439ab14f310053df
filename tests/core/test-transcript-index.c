/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "core/vsl-spoken-time.h"
#include "core/vsl-transcript-index.h"

#define NO_TIME G_GINT64_CONSTANT (-7)

static const struct
{
  const char *text;
  gint64 ms;
} times[] = {
  { "1:02:03", 3723000 },
  { "62:03", 3723000 },
  { "  0:07 ", 7000 },
  { "62", 3720000 },
  { "1.02.03", 3723000 },
  { "8:00:00", 28800000 },
  { "", NO_TIME },
  { ":", NO_TIME },
  { "1:60", NO_TIME },
  { "1:02:03:04", NO_TIME },
  { "1:-2", NO_TIME },
  { "half two", NO_TIME },
  { "12345", NO_TIME },
};

static void
test_time (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  gint64 ms = NO_TIME;

  g_assert_cmpint (vsl_spoken_time_parse (times[i].text, &ms), ==, times[i].ms != NO_TIME);
  g_assert_cmpint (ms, ==, times[i].ms);
}

static const struct
{
  gint64 start_ms;
  const char *speaker, *text;
} spoken[] = {
  { VSL_TIME_UNKNOWN, "", "Welkom." },
  { 1000, "Iris Blok", "De Dijk is ÉÉN ding." },
  { 9000, "Jos de Wit", "Een dijk van zand." },
  { 8000, "Iris Blok", "Zand? Nee." },
  { 60000, "Iris Blok", "De dijk van klei." },
};

static VslTranscriptIndex *
make_index (void)
{
  g_autoptr(GPtrArray) utterances = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(VslTranscript) transcript = NULL;
  guint i;

  for (i = 0; i < G_N_ELEMENTS (spoken); i++)
    {
      g_autofree char *id = g_strdup_printf ("u%u", i);

      g_ptr_array_add (utterances,
                       vsl_utterance_new (id, spoken[i].start_ms, spoken[i].start_ms,
                                          spoken[i].speaker, spoken[i].text, FALSE));
    }
  transcript = vsl_transcript_new ("vtt", utterances, NULL);

  return vsl_transcript_index_new (transcript);
}

static const struct
{
  const char *words, *speaker, *found;
} searches[] = {
  { "dijk", NULL, "124" },
  { "één", NULL, "1" },
  { "dijk van", NULL, "24" },
  { "zand|een", NULL, "2" },
  { "DIJK", "Iris Blok", "14" },
  { "", "Iris Blok", "134" },
  { "duinen", NULL, "" },
};

static void
test_search (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(VslTranscriptIndex) index = make_index ();
  g_auto(GStrv) words = g_strsplit (searches[i].words, "|", -1);
  g_autoptr(GArray) places =
    vsl_transcript_index_find (index, (const char * const *) words, searches[i].speaker);
  g_autoptr(GString) found = g_string_new (NULL);
  guint k;

  for (k = 0; k < places->len; k++)
    g_string_append_printf (found, "%u", g_array_index (places, guint, k));
  g_assert_cmpstr (found->str, ==, searches[i].found);
}

static void
test_find_time (void)
{
  const struct
  {
    gint64 ms;
    int place;
  } cases[] = { { 0, 1 }, { 1000, 1 }, { 8500, 3 }, { 9000, 2 }, { 59999, 2 }, { 99999999, 4 } };
  g_autoptr(VslTranscriptIndex) index = make_index ();
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (vsl_transcript_index_find_time (index, cases[i].ms), ==, cases[i].place);
}

int
main (int    argc,
      char **argv)
{
  guint i;

  g_test_init (&argc, &argv, NULL);
  for (i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autofree char *path = g_strdup_printf ("/transcript-index/time/%u", i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_time);
    }
  for (i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      g_autofree char *path = g_strdup_printf ("/transcript-index/search/%u", i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_search);
    }
  g_test_add_func ("/transcript-index/find-time", test_find_time);

  return g_test_run ();
}
