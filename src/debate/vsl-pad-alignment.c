/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-debate"

#include "debate/vsl-pad-alignment.h"

#include "debate/vsl-quotation-matcher.h"

/* Who writes along is behind what is said, and the clocks differ a little. */
#define WINDOW_MS 90000

static gint64
get_distance (VslUtterance *utterance,
              gint64        time_ms)
{
  gint64 start = vsl_utterance_get_start_ms (utterance);
  gint64 end = MAX (start, vsl_utterance_get_end_ms (utterance));

  if (time_ms < start)
    return start - time_ms;

  return MAX (0, time_ms - end);
}

static gboolean
is_near (VslUtterance *utterance,
         gint64        time_ms)
{
  return time_ms < 0 || vsl_utterance_get_start_ms (utterance) == VSL_TIME_UNKNOWN ||
         get_distance (utterance, time_ms) <= WINDOW_MS;
}

/* The utterance whose words are those of the line; -1 when none comes near. */
static int
find_by_words (VslPadEntry   *entry,
               VslTranscript *transcript)
{
  g_autoptr(GPtrArray) near = g_ptr_array_new ();
  g_autoptr(GArray) places = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr(VslTranscript) window = NULL;
  g_autoptr(VslQuotationMatcher) matcher = NULL;
  g_autoptr(VslMatch) match = NULL;
  guint i;

  for (i = 0; i < vsl_transcript_get_n_utterances (transcript); i++)
    {
      VslUtterance *utterance = vsl_transcript_get_utterance (transcript, i);
      int place = (int) i;

      if (!is_near (utterance, vsl_pad_entry_get_time_ms (entry)))
        continue;
      g_ptr_array_add (near, utterance);
      g_array_append_val (places, place);
    }
  window = vsl_transcript_new ("", near, NULL);
  matcher = vsl_quotation_matcher_new (window);
  match = vsl_quotation_matcher_match (matcher, vsl_pad_entry_get_text (entry),
                                       vsl_pad_entry_get_speaker (entry));
  for (i = 0; match->first_utterance != NULL && i < near->len; i++)
    {
      if (g_str_equal (vsl_utterance_get_id (g_ptr_array_index (near, i)), match->first_utterance))
        return g_array_index (places, int, i);
    }

  return -1;
}

/* The nearest utterance, of the same speaker where one of them is near enough. */
static int
find_by_time (VslPadEntry   *entry,
              VslTranscript *transcript)
{
  gint64 time_ms = vsl_pad_entry_get_time_ms (entry);
  gint64 nearest = G_MAXINT64;
  int found = -1;
  guint i;

  for (i = 0; time_ms >= 0 && i < vsl_transcript_get_n_utterances (transcript); i++)
    {
      VslUtterance *utterance = vsl_transcript_get_utterance (transcript, i);
      gint64 distance;

      if (vsl_utterance_get_start_ms (utterance) == VSL_TIME_UNKNOWN)
        continue;
      distance = get_distance (utterance, time_ms);
      if (!g_str_equal (vsl_utterance_get_speaker (utterance), vsl_pad_entry_get_speaker (entry)))
        distance += WINDOW_MS;
      if (distance < nearest)
        {
          nearest = distance;
          found = (int) i;
        }
    }

  return found;
}

/**
 * vsl_pad_alignment_place:
 * @entries: (element-type VslPadEntry): what was written during a debate
 * @transcript: what was said in it
 *
 * Says which utterance each line is about: the one whose words are alike, of those within a minute and
 * a half of its time; else the nearest in time. Any thread.
 *
 * Returns: (transfer full) (element-type int): for each line the index of an utterance, or -1
 */
GArray *
vsl_pad_alignment_place (GPtrArray     *entries,
                         VslTranscript *transcript)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (int));
  guint i;

  g_return_val_if_fail (entries != NULL && VSL_IS_TRANSCRIPT (transcript), places);

  for (i = 0; i < entries->len; i++)
    {
      VslPadEntry *entry = g_ptr_array_index (entries, i);
      int place = *vsl_pad_entry_get_text (entry) != '\0' ? find_by_words (entry, transcript) : -1;

      if (place < 0)
        place = find_by_time (entry, transcript);
      g_array_append_val (places, place);
    }

  return places;
}
