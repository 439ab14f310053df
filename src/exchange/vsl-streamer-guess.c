/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-exchange"

#include "exchange/vsl-streamer-guess.h"

#include "core/vsl-text.h"

#include <string.h>

/*
 * When is the last paragraph of a file a streamer (pull quote) and not just the last paragraph?
 *
 * 1. It has the shape of one: 4 to 40 words, and either no full stop at its end or quotation marks
 *    around the whole of it.
 * 2. It repeats the text: of its different longer words (four letters or more; all words when it
 *    has fewer than three of those) at least 60 % stand in one and the same earlier paragraph. A
 *    streamer is often shortened or rephrased, so the same sentence is not asked for; a closing
 *    line such as an announcement shares few words with any one paragraph.
 */

#define MIN_WORDS 4
#define MAX_WORDS 40
#define MIN_LONG_WORD 4
#define MIN_SHARED_PERCENT 60

static gboolean
is_opening_mark (gunichar c)
{
  return c == '"' || c == '\'' || c == 0x2018 || c == 0x201C || c == 0x201E || c == 0x201A ||
         c == 0x00AB;
}

static gboolean
is_closing_mark (gunichar c)
{
  return c == '"' || c == '\'' || c == 0x2019 || c == 0x201D || c == 0x00BB;
}

/**
 * vsl_streamer_has_shape:
 * @text: a paragraph of plain text
 *
 * Returns: whether a streamer could look like it
 */
gboolean
vsl_streamer_has_shape (const char *text)
{
  guint n_words;
  gunichar last;

  if (strlen (text) > 1200)
    return FALSE;
  n_words = vsl_text_count_words (text);
  if (n_words < MIN_WORDS || n_words > MAX_WORDS)
    return FALSE;

  last = g_utf8_get_char (g_utf8_prev_char (text + strlen (text)));
  if (is_closing_mark (last))
    return is_opening_mark (g_utf8_get_char (text));

  return g_unichar_isalnum (last);
}

static GHashTable *
collect_words (const char *text,
               glong       min_letters)
{
  g_autofree char *folded = vsl_text_fold (text);
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *start = NULL;
  const char *p;

  for (p = folded;; p = g_utf8_next_char (p))
    {
      gboolean inside = *p != '\0' && g_unichar_isalnum (g_utf8_get_char (p));

      if (inside && start == NULL)
        start = p;
      if (!inside && start != NULL)
        {
          if (g_utf8_strlen (start, p - start) >= min_letters)
            g_hash_table_add (words, g_strndup (start, p - start));
          start = NULL;
        }
      if (*p == '\0')
        return words;
    }
}

/**
 * vsl_streamer_resembles:
 * @text: a paragraph of plain text
 * @paragraphs: (array zero-terminated=1): the paragraphs before it
 *
 * Returns: whether @text repeats the wording of one of @paragraphs
 */
gboolean
vsl_streamer_resembles (const char         *text,
                        const char * const *paragraphs)
{
  g_autoptr(GHashTable) wanted = collect_words (text, MIN_LONG_WORD);
  gboolean few = g_hash_table_size (wanted) < 3;
  guint i;

  if (few)
    {
      g_hash_table_unref (wanted);
      wanted = collect_words (text, 1);
    }

  for (i = 0; paragraphs[i] != NULL; i++)
    {
      g_autoptr(GHashTable) present = collect_words (paragraphs[i], few ? 1 : MIN_LONG_WORD);
      GHashTableIter iter;
      gpointer word;
      guint n_shared = 0;

      g_hash_table_iter_init (&iter, wanted);
      while (g_hash_table_iter_next (&iter, &word, NULL))
        n_shared += g_hash_table_contains (present, word);
      if (n_shared * 100 >= g_hash_table_size (wanted) * MIN_SHARED_PERCENT)
        return TRUE;
    }

  return FALSE;
}
