/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "markup/vsl-word-diff.h"

#include <string.h>

/* What goes stands in [-…-], what comes in {+…+}. */
static char *
write_parts (GPtrArray *parts)
{
  GString *text = g_string_new (NULL);
  guint i;

  for (i = 0; i < parts->len; i++)
    {
      const VslDiffPart *part = g_ptr_array_index (parts, i);

      g_string_append_printf (text,
                              part->op == VSL_DIFF_EQUAL    ? "%s"
                              : part->op == VSL_DIFF_DELETE ? "[-%s-]"
                                                            : "{+%s+}",
                              part->text);
    }

  return g_string_free (text, FALSE);
}

/* The parts without those of @op. */
static char *
join_without (GPtrArray *parts,
              VslDiffOp  op)
{
  GString *text = g_string_new (NULL);
  guint i;

  for (i = 0; i < parts->len; i++)
    {
      const VslDiffPart *part = g_ptr_array_index (parts, i);

      if (part->op != op)
        g_string_append (text, part->text);
    }

  return g_string_free (text, FALSE);
}

static const struct
{
  const char *name;
  const char *before;
  const char *after;
  const char *expected;
  guint inserted;
  guint deleted;
} cases[] = {
  { "same", "De haven groeit.", "De haven groeit.", "De haven groeit.", 0, 0 },
  { "both-empty", "", "", "", 0, 0 },
  { "from-nothing", "", "De haven.", "{+De haven.+}", 2, 0 },
  { "to-nothing", "De haven.", "", "[-De haven.-]", 0, 2 },
  { "word", "De haven groeit snel.", "De haven krimpt snel.", "De haven [-groeit-]{+krimpt+} snel.", 1, 1 },
  { "put-in", "De haven groeit.", "De oude haven groeit.", "De {+oude +}haven groeit.", 1, 0 },
  { "taken-out", "De oude haven groeit.", "De haven groeit.", "De [-oude -]haven groeit.", 0, 1 },
  { "mark", "Ja, zegt hij.", "Ja; zegt hij.", "Ja[-,-]{+;+} zegt hij.", 0, 0 },
  { "whole-words", "De autoʼs en de auto's.", "De auto en de auto's.", "De [-autoʼs-]{+auto+} en de auto's.", 1, 1 },
  { "joints", "een e-mail van 1.000 euro", "een e-mails van 1.500 euro",
    "een [-e-mail-]{+e-mails+} van [-1.000-]{+1.500+} euro", 2, 2 },
  { "accents", "één idee\u0301 hier", "een idee\u0301 hier", "[-één-]{+een+} idee\u0301 hier", 1, 1 },
  { "no-confetti", "Daar was niemand het mee eens in de zaal.", "Iedereen knikte en dacht er het zijne van buiten.",
    "[-Daar was niemand het mee eens in de zaal-]{+Iedereen knikte en dacht er het zijne van buiten+}.", 9, 9 },
  { "paragraph-in", "Een.\n\nTwee.\n\nDrie.", "Een.\n\nNieuw hier.\n\nTwee.\n\nDrie.",
    "Een.\n\n{+Nieuw hier.\n\n+}Twee.\n\nDrie.", 2, 0 },
  { "paragraph-out", "Een.\n\nTwee.\n\nDrie.", "Een.\n\nDrie.", "Een.\n\n[-Twee.\n\n-]Drie.", 0, 1 },
  { "paragraph-split", "Een twee. Drie vier.", "Een twee.\n\nDrie vier.",
    "Een twee.[- -]{+\n\n+}Drie vier.", 0, 0 },
  { "paragraph-moved", "Aap noot mies.\n\nWim zus jet.\n\nSlot.", "Wim zus jet.\n\nAap noot mies.\n\nSlot.", NULL, 3, 3 },
  { "paragraph-edited", "Kop en staart.\n\nDe raad stemt morgen over het plan.\n\nSlot.",
    "Kop en staart.\n\nDe raad stemt dinsdag over het plan.\n\nSlot.",
    "Kop en staart.\n\nDe raad stemt [-morgen-]{+dinsdag+} over het plan.\n\nSlot.", 1, 1 },
  { "repeated", "ja ja ja ja", "ja ja nee ja ja", NULL, 1, 0 },
  { "end-of-line", "Regel", "Regel\n", "Regel{+\n+}", 0, 0 },
};

static void
test_case (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(GPtrArray) parts = vsl_word_diff (cases[i].before, cases[i].after);
  g_autofree char *written = write_parts (parts);
  g_autofree char *before = join_without (parts, VSL_DIFF_INSERT);
  g_autofree char *after = join_without (parts, VSL_DIFF_DELETE);
  guint inserted, deleted;

  if (cases[i].expected != NULL)
    g_assert_cmpstr (written, ==, cases[i].expected);
  g_assert_cmpstr (before, ==, cases[i].before);
  g_assert_cmpstr (after, ==, cases[i].after);
  vsl_word_diff_count (parts, &inserted, &deleted);
  g_assert_cmpuint (inserted, ==, cases[i].inserted);
  g_assert_cmpuint (deleted, ==, cases[i].deleted);
}

static char *
make_text (GRand *rand,
           guint  n_words,
           guint  n_kinds)
{
  static const char *const between[] = { " ", " ", " ", " ", ", ", ". ", ".\n\n", "\n" };
  GString *text = g_string_new (NULL);
  guint i;

  for (i = 0; i < n_words; i++)
    g_string_append_printf (text, "w%d%s", g_rand_int_range (rand, 0, (int) n_kinds),
                            between[g_rand_int_range (rand, 0, G_N_ELEMENTS (between))]);

  return g_string_free (text, FALSE);
}

static char *
change_text (GRand      *rand,
             const char *text)
{
  g_auto(GStrv) words = g_strsplit (text, " ", -1);
  GString *changed = g_string_new (NULL);
  guint i;

  for (i = 0; words[i] != NULL; i++)
    switch (g_rand_int_range (rand, 0, 12))
      {
      case 0:
        break;
      case 1:
        g_string_append_printf (changed, "%s nieuw ", words[i]);
        break;
      default:
        g_string_append_printf (changed, "%s ", words[i]);
      }

  return g_string_free (changed, FALSE);
}

/* Whatever the texts, the parts are the texts. */
static void
test_random (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (g_test_rand_int ());
  guint round;

  for (round = 0; round < 400; round++)
    {
      g_autofree char *before = make_text (rand, round % 60, 1 + round % 23);
      g_autofree char *after = round % 2 == 0 ? change_text (rand, before) : make_text (rand, round % 41, 9);
      g_autoptr(GPtrArray) parts = vsl_word_diff (before, after);
      g_autofree char *again_before = join_without (parts, VSL_DIFF_INSERT);
      g_autofree char *again_after = join_without (parts, VSL_DIFF_DELETE);
      guint i;

      g_assert_cmpstr (again_before, ==, before);
      g_assert_cmpstr (again_after, ==, after);
      for (i = 0; i < parts->len; i++)
        {
          const VslDiffPart *part = g_ptr_array_index (parts, i);

          g_assert_cmpstr (part->text, !=, "");
          g_assert_true (i == 0 || ((VslDiffPart *) parts->pdata[i - 1])->op != part->op);
        }
    }
}

/* One word a thousand times against another: few steps, not a million. */
static void
test_monotonous (void)
{
  g_autoptr(GString) before = g_string_new (NULL);
  g_autoptr(GString) after = g_string_new (NULL);
  g_autoptr(GPtrArray) parts = NULL;
  g_autofree char *again = NULL;
  guint i;

  for (i = 0; i < 20000; i++)
    {
      g_string_append (before, i % 2 == 0 ? "ja " : "nee ");
      g_string_append (after, i % 3 == 0 ? "ja " : "nee ");
    }
  parts = vsl_word_diff (before->str, after->str);
  again = join_without (parts, VSL_DIFF_DELETE);
  g_assert_cmpstr (again, ==, after->str);
}

static const struct
{
  const char *before;
  const char *after;
  const char *expected;
} folds[] = {
  { "Een.\n\nTwee.\n\nDrie.\n\nVier oud.", "Een.\n\nTwee.\n\nDrie.\n\nVier nieuw.",
    "…\n\nVier [-oud-]{+nieuw+}." },
  { "Oud.\n\nTwee.\n\nDrie.\n\nVier.", "Nieuw.\n\nTwee.\n\nDrie.\n\nVier.", "[-Oud-]{+Nieuw+}.\n\n…" },
  { "Oud een.\n\nTwee.\n\nDrie.\n\nVier oud.", "Nieuw een.\n\nTwee.\n\nDrie.\n\nVier nieuw.",
    "[-Oud-]{+Nieuw+} een.\n\n…\n\nVier [-oud-]{+nieuw+}." },
  { "Oud een.\n\nVier oud.", "Nieuw een.\n\nVier nieuw.", "[-Oud-]{+Nieuw+} een.\n\nVier [-oud-]{+nieuw+}." },
};

static void
test_fold (void)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (folds); i++)
    {
      g_autoptr(GPtrArray) parts = vsl_word_diff (folds[i].before, folds[i].after);
      g_autoptr(GPtrArray) folded = vsl_word_diff_fold (parts, "…");
      g_autofree char *written = write_parts (folded);

      g_assert_cmpstr (written, ==, folds[i].expected);
    }
}

int
main (int   argc,
      char *argv[])
{
  guint i;

  g_test_init (&argc, &argv, NULL);

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/word-diff/case/", cases[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/word-diff/random", test_random);
  g_test_add_func ("/word-diff/monotonous", test_monotonous);
  g_test_add_func ("/word-diff/fold", test_fold);

  return g_test_run ();
}
