/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "markup/vsl-merge.h"

#include <string.h>

/* The merged text with its conflicts as [base|ours|theirs]. */
static char *
write_merge (VslMerge *merge)
{
  GString *out = g_string_new (NULL);
  gsize at = 0;
  guint i;

  for (i = 0; i < merge->conflicts->len; i++)
    {
      const VslMergeConflict *conflict = merge->conflicts->pdata[i];
      g_autofree char *before = g_utf8_substring (merge->text, (glong) at, (glong) conflict->offset);
      g_autofree char *ours = g_utf8_substring (merge->text, (glong) conflict->offset,
                                                (glong) (conflict->offset + conflict->length));

      g_assert_cmpstr (ours, ==, conflict->ours);
      g_string_append_printf (out, "%s[%s|%s|%s]", before, conflict->base, conflict->ours,
                              conflict->theirs);
      at = conflict->offset + conflict->length;
    }
  g_string_append (out, g_utf8_offset_to_pointer (merge->text, (glong) at));

  return g_string_free (out, FALSE);
}

static const struct
{
  const char *name;
  const char *base;
  const char *ours;
  const char *theirs;
  const char *expected;
} cases[] = {
  { "nothing", "", "", "", "" },
  { "nobody", "De haven groeit.", "De haven groeit.", "De haven groeit.", "De haven groeit." },
  { "only-ours", "De haven groeit.", "De haven krimpt.", "De haven groeit.", "De haven krimpt." },
  { "only-theirs", "De haven groeit.", "De haven groeit.", "De haven krimpt.", "De haven krimpt." },
  { "both-alike", "De haven groeit.", "De haven krimpt.", "De haven krimpt.", "De haven krimpt." },
  { "one-sentence", "De raad stemt morgen over het plan.", "De raad stemt dinsdag over het plan.",
    "De raad stemt morgen over het voorstel.", "De raad stemt dinsdag over het voorstel." },
  { "one-word", "De raad stemt morgen.", "De raad stemt dinsdag.", "De raad stemt later.",
    "De raad stemt [morgen|dinsdag|later]." },
  { "paragraph-each", "Een.\n\nTwee.\n\nDrie.", "Eén.\n\nTwee.\n\nDrie.", "Een.\n\nTwee.\n\nDrie.\n\nVier.",
    "Eén.\n\nTwee.\n\nDrie.\n\nVier." },
  { "gone-there", "Een.\n\nTwee.\n\nDrie.", "Een.\n\nTwee.\n\nDrie!", "Een.\n\nDrie.", "Een.\n\nDrie!" },
  { "gone-and-changed", "Een.\n\nTwee woorden hier.\n\nDrie.", "Een.\n\nTwee zinnen hier.\n\nDrie.", "Een.\n\nDrie.",
    "Een.\n\n[Twee woorden hier.\n\n|Twee zinnen hier.\n\n|]Drie." },
  { "both-add", "Een.", "Een. Wij.", "Een. Zij.", "Een.[| Wij.| Zij.]" },
  { "both-begin", "", "Wij.", "Zij.", "[|Wij.|Zij.]" },
  { "rewritten-twice", "Dat vond de hele zaal goed.", "Dit was volgens iedereen in de zaal prima.",
    "Niemand in het zaaltje keurde dat toen af.", NULL },
  { "after-a-conflict", "Eén é kop.\n\nStaart.", "Twee é kop.\n\nStaart.", "Drie é kop.\n\nEinde.",
    "[Eén|Twee|Drie] é kop.\n\nEinde." },
  { "emptied", "De haven.", "", "De haven.", "" },
  { "emptied-and-changed", "De haven.", "", "De havens.", "[De haven.||De havens.]" },
};

static void
test_case (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(VslMerge) merge = vsl_merge (cases[i].base, cases[i].ours, cases[i].theirs);
  g_autofree char *written = write_merge (merge);

  if (cases[i].expected != NULL)
    g_assert_cmpstr (written, ==, cases[i].expected);
  else
    g_assert_cmpuint (merge->conflicts->len, ==, 1);
}

/* Paragraphs of words that all differ, some of which one of the two changed. */
typedef struct
{
  GString *base;
  GString *ours;
  GString *theirs;
  GString *both;
} Made;

static void
made_clear (Made *made)
{
  g_string_free (made->base, TRUE);
  g_string_free (made->ours, TRUE);
  g_string_free (made->theirs, TRUE);
  g_string_free (made->both, TRUE);
}

static void
append_word (Made       *made,
             GRand      *rand,
             guint       i,
             const char *end)
{
  g_autofree char *word = g_strdup_printf ("wóórd%u", i);
  g_autofree char *other = g_strdup_printf ("ánders%u én%u", i, i);
  int who = i % 3 == 1 ? g_rand_int_range (rand, 0, 4) : 0;

  g_string_append_printf (made->base, "%s%s", word, end);
  g_string_append_printf (made->ours, "%s%s", who == 1 || who == 3 ? other : word, end);
  g_string_append_printf (made->theirs, "%s%s", who == 2 || who == 3 ? other : word, end);
  g_string_append_printf (made->both, "%s%s", who != 0 ? other : word, end);
}

static void
make (Made  *made,
      GRand *rand)
{
  guint n = (guint) g_rand_int_range (rand, 0, 200);
  guint i;

  *made = (Made) { g_string_new (NULL), g_string_new (NULL), g_string_new (NULL), g_string_new (NULL) };
  for (i = 0; i < n; i++)
    append_word (made, rand, i, i % 17 == 16 ? ".\n\n" : i % 5 == 4 ? ", " : " ");
}

/* Changes in other places are all in the result, whoever is asked first. */
static void
test_disjoint (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());
  guint round;

  for (round = 0; round < 300; round++)
    {
      Made made;
      g_autoptr(VslMerge) merge = NULL;
      g_autoptr(VslMerge) turned = NULL;

      make (&made, rand);
      merge = vsl_merge (made.base->str, made.ours->str, made.theirs->str);
      turned = vsl_merge (made.base->str, made.theirs->str, made.ours->str);
      g_assert_cmpstr (merge->text, ==, made.both->str);
      g_assert_cmpuint (merge->conflicts->len, ==, 0);
      g_assert_cmpstr (turned->text, ==, made.both->str);
      made_clear (&made);
    }
}

static char *
make_noise (GRand *rand)
{
  static const char *const pieces[] = { "de ", "een ", "haven", ", ", ".", " ", "\n\n", "é", "- ", "stad " };
  GString *text = g_string_new (NULL);
  int n = g_rand_int_range (rand, 0, 60);

  while (n-- > 0)
    g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);

  return g_string_free (text, FALSE);
}

/* With any three texts: who changed nothing decides nothing, and the parts are those of the texts. */
static void
test_laws (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());
  guint round, i;

  for (round = 0; round < 500; round++)
    {
      g_autofree char *base = make_noise (rand);
      g_autofree char *ours = make_noise (rand);
      g_autofree char *theirs = make_noise (rand);
      g_autoptr(VslMerge) same = vsl_merge (base, ours, ours);
      g_autoptr(VslMerge) alone = vsl_merge (base, base, theirs);
      g_autoptr(VslMerge) merge = vsl_merge (base, ours, theirs);
      g_autoptr(VslMerge) turned = vsl_merge (base, theirs, ours);
      g_autofree char *written = write_merge (merge);

      g_assert_cmpstr (same->text, ==, ours);
      g_assert_cmpuint (same->conflicts->len, ==, 0);
      g_assert_cmpstr (alone->text, ==, theirs);
      g_assert_cmpuint (alone->conflicts->len, ==, 0);
      g_assert_cmpuint (merge->conflicts->len, ==, turned->conflicts->len);
      g_assert_true (merge->conflicts->len > 0 || strcmp (merge->text, turned->text) == 0);
      for (i = 0; i < merge->conflicts->len; i++)
        {
          const VslMergeConflict *conflict = merge->conflicts->pdata[i];

          g_assert_nonnull (strstr (theirs, conflict->theirs));
          g_assert_true (g_str_has_prefix (g_utf8_offset_to_pointer (base, (glong) conflict->base_offset),
                                           conflict->base));
        }
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
      g_autofree char *path = g_strconcat ("/merge/case/", cases[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/merge/disjoint", test_disjoint);
  g_test_add_func ("/merge/laws", test_laws);

  return g_test_run ();
}
