/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-debate"

#include "debate/vsl-suggestions.h"

#include "core/vsl-text.h"
#include "debate/vsl-passage-cutter.h"
#include "debate/vsl-speaker-likeness.h"
#include "debate/vsl-word-folder.h"

#include <libstemmer.h>
#include <math.h>
#include <string.h>

/*
 * Passages that may be worth quoting: those nearest to what the whole debate is about (the
 * centroid of tf-idf), with a bonus for words that announce a point, and without saying the same
 * twice (maximal marginal relevance). Measured on 26 meetings this does as well as any graph
 * ranking, and only somewhat better than chance: it suggests, the moderator writes.
 */

#define CUE_BONUS 0.15
#define RELEVANCE 0.7 /* against novelty */

/* Words with which people announce what they find important, or decide. */
static const char *const cues[] = {
  "belangrijk", "belangrijkste", "cruciaal", "essentieel", "kern", "moeten", "vooral", "eigenlijk",
  "conclusie", "besluit", "besloten", "afspraak", "voorstel", "probleem", "uitdaging", "kans",
  "toekomst", "nooit", "altijd", "eerlijk", "droom", "zorgen", "important", "crucial",
  "essential", "must", "should", "conclusion", "decision", "decided", "agreed", "propose",
  "problem", "challenge", "opportunity", "future", "never", "always", "honest", "worry", NULL,
};

/* The commonest words say nothing about what a turn is about. */
static const char *const stop_words[] = {
  "de", "het", "een", "en", "van", "in", "is", "dat", "die", "dit", "op", "te", "ik", "je", "we",
  "wij", "u", "hij", "zij", "ze", "er", "aan", "met", "voor", "niet", "zijn", "was", "ook", "als",
  "om", "maar", "dan", "bij", "of", "uit", "nog", "naar", "heb", "hebben", "heeft", "wel", "zo",
  "door", "over", "daar", "wat", "hoe", "kan", "kunnen", "worden", "wordt", "al", "dus", "nu",
  "the", "a", "an", "and", "of", "to", "in", "is", "that", "it", "on", "i", "you", "we", "he",
  "she", "they", "for", "with", "not", "are", "was", "as", "but", "this", "be", "have", "has", "at",
  "by", "from", "or", "so", "what", "there", "can", "do", "our", "your", NULL,
};

typedef struct
{
  VslUtterance *utterance; /* (owned) a part of one */
  GHashTable *weights; /* stem → double *, length 1 */
  double relevance;
  gboolean chosen;
} Turn;

static void
turn_clear (gpointer data)
{
  Turn *turn = data;

  g_object_unref (turn->utterance);
  g_hash_table_unref (turn->weights);
}

/* Debian 12 has Kraaij-Pohlmann by that name; from Snowball 3 on it is called dutch. */
static struct sb_stemmer *
new_stemmer (const char *language)
{
  struct sb_stemmer *stemmer;

  if (g_str_has_prefix (language, "en"))
    return sb_stemmer_new ("english", NULL);

  stemmer = sb_stemmer_new ("kraaij_pohlmann", NULL);

  return stemmer != NULL ? stemmer : sb_stemmer_new ("dutch", NULL);
}

static void
add_weight (GHashTable *weights,
            const char *stem,
            double      amount)
{
  double *weight = g_hash_table_lookup (weights, stem);

  if (weight == NULL)
    {
      weight = g_new0 (double, 1);
      g_hash_table_insert (weights, g_strdup (stem), weight);
    }
  *weight += amount;
}

static void
count_stems (struct sb_stemmer *stemmer,
             GArray            *words,
             GHashTable        *weights)
{
  guint i;

  for (i = 0; i < words->len; i++)
    {
      const VslWord *word = &g_array_index (words, VslWord, i);
      const sb_symbol *stem;

      if (word->kind == VSL_WORD_HESITATION || word->kind == VSL_WORD_FILLER ||
          *word->folded == '\0' || g_strv_contains (stop_words, word->folded))
        continue;
      stem = sb_stemmer_stem (stemmer, (const sb_symbol *) word->folded,
                              (int) strlen (word->folded));
      if (stem != NULL)
        add_weight (weights, (const char *) stem, 1.0);
    }
}

static double
measure_cues (GArray *words)
{
  guint i, n = 0;

  for (i = 0; i < words->len; i++)
    n += g_strv_contains (cues, g_array_index (words, VslWord, i).folded);

  return CUE_BONUS * MIN (n, 3);
}

static void
normalise (GHashTable *weights)
{
  GHashTableIter iter;
  gpointer value;
  double sum = 0;

  g_hash_table_iter_init (&iter, weights);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    sum += *(double *) value * *(double *) value;
  if (sum <= 0)
    return;

  g_hash_table_iter_init (&iter, weights);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    *(double *) value /= sqrt (sum);
}

static double
compare (GHashTable *a,
         GHashTable *b)
{
  GHashTableIter iter;
  gpointer key, value;
  double sum = 0;

  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      double *other = g_hash_table_lookup (b, key);

      if (other != NULL)
        sum += *(double *) value * *other;
    }

  return sum;
}

/* Counts become tf-idf, every turn a vector of length 1, and the sum of all the centroid. */
static GHashTable *
weigh_turns (GArray *turns)
{
  g_autoptr(GHashTable) spread = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTable *centroid = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer key, value;
  guint i;

  for (i = 0; i < turns->len; i++)
    {
      g_hash_table_iter_init (&iter, g_array_index (turns, Turn, i).weights);
      while (g_hash_table_iter_next (&iter, &key, NULL))
        add_weight (spread, key, 1.0);
    }
  for (i = 0; i < turns->len; i++)
    {
      GHashTable *weights = g_array_index (turns, Turn, i).weights;

      g_hash_table_iter_init (&iter, weights);
      while (g_hash_table_iter_next (&iter, &key, &value))
        *(double *) value *= log (1.0 + turns->len / *(double *) g_hash_table_lookup (spread, key));
      normalise (weights);
      g_hash_table_iter_init (&iter, weights);
      while (g_hash_table_iter_next (&iter, &key, &value))
        add_weight (centroid, key, *(double *) value);
    }
  normalise (centroid);

  return centroid;
}

/* What @chair does not say, and may be told to others, in passages. */
static GPtrArray *
cut_passages (VslTranscript *transcript,
              const char    *chair)
{
  GPtrArray *passages = g_ptr_array_new_with_free_func (g_object_unref);
  guint i;

  for (i = 0; i < vsl_transcript_get_n_utterances (transcript); i++)
    {
      VslUtterance *utterance = vsl_transcript_get_utterance (transcript, i);

      if (!vsl_utterance_get_off_the_record (utterance) &&
          vsl_utterance_get_off_parts (utterance)->len == 0 &&
          (chair == NULL || vsl_speaker_likeness_compare (vsl_utterance_get_speaker (utterance),
                                                          chair) != VSL_LIKENESS_SAME))
        vsl_passage_cutter_cut (utterance, passages);
    }

  return passages;
}

static GArray *
collect_turns (VslTranscript *transcript,
               const char    *language,
               const char    *chair)
{
  GArray *turns = g_array_new (FALSE, TRUE, sizeof (Turn));
  g_autoptr(GPtrArray) passages = cut_passages (transcript, chair);
  struct sb_stemmer *stemmer = new_stemmer (language);
  guint i;

  g_array_set_clear_func (turns, turn_clear);
  for (i = 0; i < passages->len; i++)
    {
      VslUtterance *passage = g_ptr_array_index (passages, i);
      g_autoptr(GArray) words = vsl_word_folder_split (vsl_utterance_get_text (passage));
      Turn turn = { .utterance = g_object_ref (passage) };

      turn.weights = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      turn.relevance = measure_cues (words);
      count_stems (stemmer, words, turn.weights);
      g_array_append_val (turns, turn);
    }
  sb_stemmer_delete (stemmer);

  return turns;
}

static void
suggestion_clear (gpointer data)
{
  g_object_unref (((VslSuggestion *) data)->utterance);
}

/* The turn of @speaker that is the most to the point and the least said already. */
static Turn *
find_best (GArray     *turns,
           const char *speaker,
           double     *score)
{
  Turn *best = NULL;
  guint i, j;

  for (i = 0; i < turns->len; i++)
    {
      Turn *turn = &g_array_index (turns, Turn, i);
      double said = 0, value;

      if (turn->chosen || !g_str_equal (vsl_utterance_get_speaker (turn->utterance), speaker))
        continue;
      for (j = 0; j < turns->len; j++)
        {
          const Turn *other = &g_array_index (turns, Turn, j);

          if (other->chosen)
            said = MAX (said, compare (turn->weights, other->weights));
        }
      value = RELEVANCE * turn->relevance - (1 - RELEVANCE) * said;
      if (best == NULL || value > *score)
        {
          best = turn;
          *score = value;
        }
    }

  return best;
}

/**
 * vsl_suggestions_make:
 * @transcript: what was said
 * @language: the language of the debate
 * @chair: (nullable): the name of the chair, whose lines are not suggested
 * @per_speaker: how many passages a speaker gets at most
 *
 * Suggests passages of every speaker. What is off the record, short, or only leads the debate is
 * never suggested. Any thread.
 *
 * Returns: (transfer full): an array of #VslSuggestion, speaker by speaker, best first
 */
GArray *
vsl_suggestions_make (VslTranscript *transcript,
                      const char    *language,
                      const char    *chair,
                      guint          per_speaker)
{
  GArray *suggestions;
  g_autoptr(GArray) turns = NULL;
  g_autoptr(GHashTable) centroid = NULL;
  g_auto(GStrv) speakers = NULL;
  guint i, n;

  g_return_val_if_fail (VSL_IS_TRANSCRIPT (transcript), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  suggestions = g_array_new (FALSE, FALSE, sizeof (VslSuggestion));
  g_array_set_clear_func (suggestions, suggestion_clear);
  turns = collect_turns (transcript, language, chair);
  centroid = weigh_turns (turns);
  for (i = 0; i < turns->len; i++)
    {
      Turn *turn = &g_array_index (turns, Turn, i);

      turn->relevance = MIN (1.0, turn->relevance + compare (turn->weights, centroid));
    }

  speakers = vsl_transcript_dup_speakers (transcript);
  for (i = 0; speakers[i] != NULL; i++)
    {
      for (n = 0; n < per_speaker; n++)
        {
          double score = 0;
          Turn *turn = find_best (turns, speakers[i], &score);
          VslSuggestion suggestion;

          if (turn == NULL)
            break;
          turn->chosen = TRUE;
          suggestion = (VslSuggestion) { g_object_ref (turn->utterance),
                                         CLAMP (score / RELEVANCE, 0.0, 1.0) };
          g_array_append_val (suggestions, suggestion);
        }
    }

  return suggestions;
}
