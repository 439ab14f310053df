/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "debate/vsl-transcript-carrier.h"

/* One utterance before, what somebody made of it, the transcript that takes its place, and which of its
 * utterances is what then. Off: "" for nothing, "all", or words. */
static const struct
{
  const char *name;
  const char *before, *now, *off;
  const char *fresh;               /* lines: id, start in s, text */
  const char *carried, *text, *public; /* id, its text and what may be used; NULL for lost */
} cases[] = {
  { "same-file", "De dijk houd.", "De dijk houdt.", "", "u1|1|De dijk houd.\nu2|9|Nee.",
    "u1", "De dijk houdt.", "De dijk houdt." },
  { "other-ids", "De dijk houd.", "De dijk houdt.", "", "a|9|Nee.\nb|2|De dijk houd",
    "b", "De dijk houdt.", "De dijk houdt." },
  { "mended-there-too", "De dijk houd.", "De dijk houdt.", "", "u1|1|De dijk houdt.",
    "u1", "De dijk houdt.", "De dijk houdt." },
  { "other-words", "De dijk houd.", "De dijk houdt.", "", "u1|1|Iets heel anders.", NULL, NULL, NULL },
  { "secret", "Onder ons.", "Onder ons.", "all", "x|1|Onder ons.", "x", "Onder ons.", "" },
  { "secret-words", "Ja en nee dus.", "Ja en nee dus.", "en nee", "u1|1|Ja, en nee dus.",
    "u1", "Ja, en nee dus.", "Ja, … dus." },
  { "secret-words-gone", "Ja En nee dus.", "Ja En nee dus.", "En nee", "u1|1|Ja en nee dus.",
    "u1", "Ja en nee dus.", "" },
  { "twice-by-time", "Nee.", "Nee!", "all", "a|1|Nee.\nb|60|Nee.", "a", "Nee!", "" },
  { "twice-untimed", "Nee.", "Nee!", "all", "a|60|Nee.\nb|90|Nee.", NULL, NULL, NULL },
  { "empty", "Nee.", "Nee!", "", "", NULL, NULL, NULL },
};

static VslTranscript *
make_fresh (const char *lines)
{
  g_autoptr(GPtrArray) utterances = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto(GStrv) split = g_strsplit (lines, "\n", -1);
  guint i;

  for (i = 0; split[i] != NULL && *split[i] != '\0'; i++)
    {
      g_auto(GStrv) parts = g_strsplit (split[i], "|", 3);
      gint64 start_ms = g_ascii_strtoll (parts[1], NULL, 10) * 1000;

      g_ptr_array_add (utterances, vsl_utterance_new (parts[0], start_ms, start_ms + 500, "Iris",
                                                      parts[2], FALSE));
    }

  return vsl_transcript_new ("vtt", utterances, NULL);
}

static VslUtterance *
make_now (guint i)
{
  g_autoptr(VslUtterance) plain =
    vsl_utterance_new ("u1", 1000, 3000, "Iris Blok", cases[i].now, g_str_equal (cases[i].off, "all"));
  g_autoptr(GArray) parts = g_array_new (FALSE, FALSE, sizeof (VslOffPart));
  VslOffPart part = { 3, (guint) g_utf8_strlen (cases[i].off, -1) };

  if (*cases[i].off == '\0' || g_str_equal (cases[i].off, "all"))
    return g_steal_pointer (&plain);

  g_array_append_val (parts, part);

  return vsl_utterance_with_record (plain, FALSE, parts);
}

static void
test_carry (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(VslTranscript) fresh = make_fresh (cases[i].fresh);
  g_autoptr(GPtrArray) before = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) now = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) lost = NULL;
  g_autoptr(GPtrArray) carried = NULL;
  g_autofree char *public = NULL;
  VslUtterance *utterance;

  g_ptr_array_add (before, vsl_utterance_new ("u1", 1000, 3000, "Iris", cases[i].before, FALSE));
  g_ptr_array_add (now, make_now (i));
  carried = vsl_transcript_carry (fresh, before, now, &lost);
  g_assert_cmpuint (carried->len + lost->len, ==, 1);
  g_assert_cmpuint (carried->len, ==, cases[i].carried != NULL);
  if (cases[i].carried == NULL)
    return;

  utterance = g_ptr_array_index (carried, 0);
  public = vsl_utterance_dup_public_text (utterance);
  g_assert_cmpstr (vsl_utterance_get_id (utterance), ==, cases[i].carried);
  g_assert_cmpstr (vsl_utterance_get_text (utterance), ==, cases[i].text);
  g_assert_cmpstr (vsl_utterance_get_speaker (utterance), ==, "Iris Blok");
  g_assert_cmpstr (public, ==, cases[i].public);
}

int
main (int    argc,
      char **argv)
{
  guint i;

  g_test_init (&argc, &argv, NULL);
  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/transcript-carrier/%s", cases[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_carry);
    }

  return g_test_run ();
}
