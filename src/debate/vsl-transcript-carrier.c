/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-debate"

#include "debate/vsl-transcript-carrier.h"

#include "debate/vsl-word-folder.h"

#include <string.h>

/* Another export of the same meeting may cut off ms, or begin a little earlier. */
#define TOLERANCE_MS 2000

/* The words alone: no capitals, no punctuation. */
static char *
fold (const char *text)
{
  g_autoptr(GArray) words = vsl_word_folder_split (text);
  GString *folded = g_string_new (NULL);
  guint i;

  for (i = 0; i < words->len; i++)
    {
      const VslWord *word = &g_array_index (words, VslWord, i);

      if (*word->folded == '\0')
        continue;
      if (folded->len > 0)
        g_string_append_c (folded, ' ');
      g_string_append (folded, word->folded);
    }

  return g_string_free (folded, FALSE);
}

static gboolean
is_near (VslUtterance *a,
         VslUtterance *b)
{
  gint64 first = vsl_utterance_get_start_ms (a);
  gint64 second = vsl_utterance_get_start_ms (b);

  return first != VSL_TIME_UNKNOWN && second != VSL_TIME_UNKNOWN &&
         ABS (first - second) <= TOLERANCE_MS;
}

/* How sure it is that @candidate is what @before was: 0 for not at all. Where the words are the same
 * the id, then the time, says which of several it is; where they are not, it is another utterance. */
static guint
compare (VslUtterance *before,
         const char   *before_words,
         const char   *now_words,
         VslUtterance *candidate,
         const char   *candidate_words)
{
  gboolean same_words = g_str_equal (candidate_words, before_words) ||
                        g_str_equal (candidate_words, now_words);

  if (!same_words)
    return 0;
  if (g_str_equal (vsl_utterance_get_id (before), vsl_utterance_get_id (candidate)))
    return is_near (before, candidate) ? 4 : 3;

  return is_near (before, candidate) ? 3 : 1;
}

/* Words that are said more than once, at other times, are nobody's: -1. */
static int
find_successor (VslTranscript *fresh,
                char         **folded,
                VslUtterance  *before,
                VslUtterance  *now)
{
  g_autofree char *before_words = fold (vsl_utterance_get_text (before));
  g_autofree char *now_words = fold (vsl_utterance_get_text (now));
  guint best = 0, n_best = 0, i;
  int found = -1;

  for (i = 0; folded[i] != NULL; i++)
    {
      guint score = compare (before, before_words, now_words,
                             vsl_transcript_get_utterance (fresh, i), folded[i]);

      if (score > best)
        {
          best = score;
          n_best = 0;
          found = (int) i;
        }
      n_best += score > 0 && score == best;
    }

  return n_best == 1 ? found : -1;
}

/* Parts off the record stand where their words stand; FALSE when one of them is nowhere. */
static gboolean
move_parts (VslUtterance *now,
            const char   *text,
            GArray       *moved)
{
  GArray *parts = vsl_utterance_get_off_parts (now);
  const char *from = text;
  guint i;

  for (i = 0; i < parts->len; i++)
    {
      const VslOffPart *part = &g_array_index (parts, VslOffPart, i);
      g_autofree char *words =
        g_utf8_substring (vsl_utterance_get_text (now), part->offset, part->offset + part->length);
      const char *place = strstr (from, words);
      VslOffPart other = { 0, part->length };

      if (place == NULL)
        return FALSE;
      other.offset = (guint) g_utf8_pointer_to_offset (text, place);
      g_array_append_val (moved, other);
      from = place + strlen (words);
    }

  return TRUE;
}

/* What @successor becomes: with the words and the speaker that somebody corrected, not those that were
 * only read. A part off the record that cannot be found puts all of it off the record. */
static VslUtterance *
apply (VslUtterance *successor,
       VslUtterance *before,
       VslUtterance *now)
{
  gboolean other_words = !g_str_equal (vsl_utterance_get_text (before), vsl_utterance_get_text (now));
  gboolean other_speaker =
    !g_str_equal (vsl_utterance_get_speaker (before), vsl_utterance_get_speaker (now));
  const char *text = vsl_utterance_get_text (other_words ? now : successor);
  g_autoptr(VslUtterance) worded = vsl_utterance_with_words (
    successor, vsl_utterance_get_speaker (other_speaker ? now : successor), text);
  g_autoptr(GArray) parts = g_array_new (FALSE, FALSE, sizeof (VslOffPart));
  gboolean off = vsl_utterance_get_off_the_record (now) || !move_parts (now, text, parts);

  return vsl_utterance_with_record (worded, off, off ? NULL : parts);
}

/**
 * vsl_transcript_carry:
 * @fresh: a transcript that takes the place of another
 * @before: (element-type VslUtterance): utterances of the other as they were read
 * @now: (element-type VslUtterance): the same as somebody made them, in the same order
 * @lost: (out) (transfer full): those of @now for which @fresh has no place
 *
 * Carries corrections, and what is off the record, over to another transcript of the same debate: to
 * the utterance with the same words, and the same id or time where several have those. Any thread.
 *
 * Returns: (transfer full): utterances of @fresh as they should be
 */
GPtrArray *
vsl_transcript_carry (VslTranscript  *fresh,
                      GPtrArray      *before,
                      GPtrArray      *now,
                      GPtrArray     **lost)
{
  GPtrArray *carried = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) folded = NULL;
  guint i;

  g_return_val_if_fail (VSL_IS_TRANSCRIPT (fresh) && before->len == now->len, carried);

  *lost = g_ptr_array_new_with_free_func (g_object_unref);
  for (i = 0; now->len > 0 && i < vsl_transcript_get_n_utterances (fresh); i++)
    {
      g_autofree char *words =
        fold (vsl_utterance_get_text (vsl_transcript_get_utterance (fresh, i)));

      g_strv_builder_add (builder, words);
    }
  folded = g_strv_builder_end (builder);
  for (i = 0; i < now->len; i++)
    {
      VslUtterance *old = g_ptr_array_index (before, i);
      VslUtterance *made = g_ptr_array_index (now, i);
      int place = find_successor (fresh, folded, old, made);

      if (place >= 0)
        g_ptr_array_add (carried,
                         apply (vsl_transcript_get_utterance (fresh, (guint) place), old, made));
      else
        g_ptr_array_add (*lost, g_object_ref (made));
    }

  return carried;
}
