/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "store/vsl-word-count.h"

#include "core/vsl-text.h"

static const struct
{
  const char *before;
  const char *after;
} edits[] = {
  { "", "" },
  { "", "woord" },
  { "woord", "" },
  { "een twee drie", "een twee drie" },
  { "een twee drie", "een tweedrie" },
  { "een tweedrie", "een twee drie" },
  { "een twee", "een twee " },
  { "aa aa", "aa aa aa" },
  { "aa aa aa", "aa aa" },
  { "een – twee", "een – – twee" },
  { "één twee", "èén twee" },
  { "€\xc2\xa0" "5 a", "€\xc2\xa0" "6 a" },
  { "a\xe2\x80\xa8" "b c", "a\xe2\x80\xa9" "b c" },
  { "vast\xc2\xa0" "aaneen", "vast aaneen" },
};

static void
check (const char *before,
       const char *after)
{
  g_assert_cmpuint (vsl_word_count_update (before, vsl_text_count_words (before), after), ==,
                    vsl_text_count_words (after));
  g_assert_cmpuint (vsl_word_count_update (after, vsl_text_count_words (after), before), ==,
                    vsl_text_count_words (before));
}

static void
test_edits (void)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (edits); i++)
    check (edits[i].before, edits[i].after);
}

static char *
make_text (GRand *rand,
           int    length)
{
  static const char *const signs[] = { "a", "b", " ", "\n", "-", "é", "\xc2\xa0", "7" };
  GString *text = g_string_new (NULL);
  int i;

  for (i = 0; i < length; i++)
    g_string_append (text, signs[g_rand_int_range (rand, 0, G_N_ELEMENTS (signs))]);

  return g_string_free (text, FALSE);
}

/* Every way of putting one text in place of another in the middle of a third. */
static void
test_random (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (3);
  guint i;

  for (i = 0; i < 20000; i++)
    {
      g_autofree char *head = make_text (rand, g_rand_int_range (rand, 0, 12));
      g_autofree char *tail = make_text (rand, g_rand_int_range (rand, 0, 12));
      g_autofree char *removed = make_text (rand, g_rand_int_range (rand, 0, 4));
      g_autofree char *inserted = make_text (rand, g_rand_int_range (rand, 0, 4));
      g_autofree char *before = g_strconcat (head, removed, tail, NULL);
      g_autofree char *after = g_strconcat (head, inserted, tail, NULL);

      check (before, after);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/word-count/edits", test_edits);
  g_test_add_func ("/word-count/random", test_random);

  return g_test_run ();
}
