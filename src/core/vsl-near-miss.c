/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-core"

#include "core/vsl-near-miss.h"

#include "core/vsl-text.h"

#include <string.h>

/* Longer names than this are no tags. */
#define MAX_LENGTH 100

/* The shortest half worth searching for: anything shorter finds half the site. */
#define MIN_HALF 3

/* The letters and digits of @text without case and accents. Returns how many. */
static gsize
read_letters (const char *text,
              gunichar   *letters)
{
  g_autofree char *bare = g_utf8_normalize (text, -1, G_NORMALIZE_NFKD);
  g_autofree char *folded = bare != NULL ? g_utf8_casefold (bare, -1) : NULL;
  gsize n = 0;
  const char *p;

  for (p = folded != NULL ? folded : ""; *p != '\0' && n < MAX_LENGTH; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c))
        letters[n++] = c;
    }

  return n;
}

/* The number of slips between two words, where two letters that changed places are one: the optimal
 * string alignment distance, Damerau's four kinds of errors in Wagner and Fischer's table. */
static guint
count_slips (const gunichar *a,
             gsize           n_a,
             const gunichar *b,
             gsize           n_b)
{
  guint rows[3][MAX_LENGTH + 1];
  guint *before = rows[0];
  guint *above = rows[1];
  guint *row = rows[2];
  gsize i, j;

  for (j = 0; j <= n_b; j++)
    above[j] = j;
  for (i = 1; i <= n_a; i++)
    {
      guint *spare = before;

      row[0] = i;
      for (j = 1; j <= n_b; j++)
        {
          guint best = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);

          best = MIN (best, MIN (above[j], row[j - 1]) + 1);
          if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            best = MIN (best, before[j - 2] + 1);
          row[j] = best;
        }
      before = above;
      above = row;
      row = spare;
    }

  return above[n_b];
}

/* How many slips still make it the same word: none in a short one, where one makes another word. */
static guint
get_tolerance (gsize length)
{
  if (length < 5)
    return 0;

  return length < 9 ? 1 : 2;
}

static gboolean
ends_with (const gunichar *letters,
           gsize           n,
           const char     *suffix)
{
  gsize length = strlen (suffix);
  gsize i;

  if (n < length + 3)
    return FALSE;
  for (i = 0; i < length; i++)
    if (letters[n - length + i] != (gunichar) suffix[i])
      return FALSE;

  return TRUE;
}

/* The word without the ending of a Dutch or English plural, and without the doubling of a letter that
 * the ending brought (“bruggen”, “brug”). */
static gsize
strip_plural (const gunichar *letters,
              gsize           n)
{
  if (ends_with (letters, n, "en"))
    n -= 2;
  else if (ends_with (letters, n, "s") || ends_with (letters, n, "n"))
    n -= 1;
  else
    return n;

  return n > 3 && letters[n - 1] == letters[n - 2] ? n - 1 : n;
}

/**
 * vsl_near_miss:
 * @a: a name
 * @b: another
 *
 * Returns: whether they are so much alike that one may be a slip for the other: the same but for case,
 *   accents, spaces and signs, but for the ending of a plural, or but for one or two letters in a
 *   longer word. The same text twice is no near miss
 */
gboolean
vsl_near_miss (const char *a,
               const char *b)
{
  gunichar of_a[MAX_LENGTH];
  gunichar of_b[MAX_LENGTH];
  gsize n_a, n_b, stem_a, stem_b;

  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (strcmp (a, b) == 0)
    return FALSE;

  n_a = read_letters (a, of_a);
  n_b = read_letters (b, of_b);
  if (n_a == 0 || n_b == 0)
    return FALSE;
  if (count_slips (of_a, n_a, of_b, n_b) <= get_tolerance (MIN (n_a, n_b)))
    return TRUE;

  stem_a = strip_plural (of_a, n_a);
  stem_b = strip_plural (of_b, n_b);

  return stem_a == stem_b && memcmp (of_a, of_b, stem_a * sizeof (gunichar)) == 0;
}

/**
 * vsl_near_miss_halves:
 * @text: a name
 *
 * For a site that can only search for a part of a name: where one letter is wrong, it is in one half,
 * and the other one finds the name.
 *
 * Returns: (transfer full): what to search for; empty when @text is too short for that
 */
char **
vsl_near_miss_halves (const char *text)
{
  g_auto(GStrv) halves = NULL;
  g_autofree char *name = NULL;
  glong n;

  g_return_val_if_fail (text != NULL, NULL);

  name = vsl_text_collapse_spaces (text);
  halves = g_new0 (char *, 3);
  n = g_utf8_strlen (name, -1);
  if (n / 2 >= MIN_HALF)
    {
      g_autofree char *first = g_utf8_substring (name, 0, n / 2);
      g_autofree char *second = g_utf8_substring (name, n / 2, n);

      halves[0] = vsl_text_collapse_spaces (first);
      halves[1] = vsl_text_collapse_spaces (second);
    }

  return g_steal_pointer (&halves);
}
