/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-debate"

#include "debate/vsl-statement-places.h"

#include "debate/vsl-word-folder.h"

#include <string.h>

/* Shorter words stand in every sentence. In bytes, after folding. */
#define MIN_WORD 4

/* A statement is read out almost as it is written; who only mentions it uses fewer of its words. */
#define MIN_SHARE 0.7

static GHashTable *
collect_words (const char *text)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GArray) split = vsl_word_folder_split (text);
  guint i;

  for (i = 0; i < split->len; i++)
    {
      const VslWord *word = &g_array_index (split, VslWord, i);

      if (strlen (word->folded) >= MIN_WORD || word->kind == VSL_WORD_NUMBER)
        g_hash_table_add (words, g_strdup (word->folded));
    }

  return words;
}

/* How much of @wanted is in @said: 0 to 1. */
static double
measure_share (GHashTable *wanted,
               GHashTable *said)
{
  GHashTableIter iter;
  gpointer word;
  guint n = 0;

  g_hash_table_iter_init (&iter, wanted);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    n += g_hash_table_contains (said, word);

  return g_hash_table_size (wanted) > 0 ? (double) n / g_hash_table_size (wanted) : 0;
}

/* Where each statement is read out: the first utterance that has most of its words; -1 for none. */
static GArray *
find_openings (VslTranscript      *transcript,
               const char * const *statements)
{
  GArray *openings = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr(GPtrArray) said = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  guint i, j;

  for (i = 0; i < vsl_transcript_get_n_utterances (transcript); i++)
    g_ptr_array_add (said, collect_words (
      vsl_utterance_get_text (vsl_transcript_get_utterance (transcript, i))));
  for (j = 0; statements[j] != NULL; j++)
    {
      g_autoptr(GHashTable) wanted = collect_words (statements[j]);
      int place = -1;

      for (i = 0; place < 0 && i < said->len; i++)
        {
          if (measure_share (wanted, g_ptr_array_index (said, i)) >= MIN_SHARE)
            place = (int) i;
        }
      g_array_append_val (openings, place);
    }

  return openings;
}

/**
 * vsl_statement_places_find:
 * @transcript: what was said
 * @statements: what the debate was about, in any order
 *
 * Says which statement was being discussed at each utterance: the one that was read out last. Any
 * thread.
 *
 * Returns: (transfer full) (element-type int): for each utterance the index of a statement, or -1
 *   before the first
 */
GArray *
vsl_statement_places_find (VslTranscript      *transcript,
                           const char * const *statements)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr(GArray) openings = NULL;
  int current = -1;
  guint i, j;

  g_return_val_if_fail (VSL_IS_TRANSCRIPT (transcript) && statements != NULL, places);

  openings = find_openings (transcript, statements);
  for (i = 0; i < vsl_transcript_get_n_utterances (transcript); i++)
    {
      for (j = 0; j < openings->len; j++)
        {
          if (g_array_index (openings, int, j) == (int) i)
            current = (int) j;
        }
      g_array_append_val (places, current);
    }

  return places;
}
