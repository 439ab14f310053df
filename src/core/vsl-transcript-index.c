/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-core"

#include "core/vsl-transcript-index.h"

#include <string.h>

/**
 * VslTranscriptIndex:
 *
 * What was said, in one letter case, to search while somebody types: the texts of ten thousand
 * utterances are folded once and not at every key.
 *
 * Immutable; any thread.
 */
struct _VslTranscriptIndex
{
  GObject parent_instance;

  VslTranscript *transcript; /* (owned) */
  char **folded;             /* (owned) the text of each utterance */
};

G_DEFINE_FINAL_TYPE (VslTranscriptIndex, vsl_transcript_index, G_TYPE_OBJECT)

static void
vsl_transcript_index_finalize (GObject *object)
{
  VslTranscriptIndex *self = VSL_TRANSCRIPT_INDEX (object);

  g_clear_object (&self->transcript);
  g_strfreev (self->folded);

  G_OBJECT_CLASS (vsl_transcript_index_parent_class)->finalize (object);
}

static void
vsl_transcript_index_class_init (VslTranscriptIndexClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vsl_transcript_index_finalize;
}

static void
vsl_transcript_index_init (VslTranscriptIndex *self)
{
}

/**
 * vsl_transcript_index_new:
 * @transcript: (transfer none): what was said
 *
 * Folds every text, which takes some ms for a day of debate.
 *
 * Returns: (transfer full): an index
 */
VslTranscriptIndex *
vsl_transcript_index_new (VslTranscript *transcript)
{
  VslTranscriptIndex *self;
  guint i, n;

  g_return_val_if_fail (VSL_IS_TRANSCRIPT (transcript), NULL);

  n = vsl_transcript_get_n_utterances (transcript);
  self = g_object_new (VSL_TYPE_TRANSCRIPT_INDEX, NULL);
  self->transcript = g_object_ref (transcript);
  self->folded = g_new0 (char *, n + 1);
  for (i = 0; i < n; i++)
    self->folded[i] = g_utf8_strdown (
      vsl_utterance_get_text (vsl_transcript_get_utterance (transcript, i)), -1);

  return self;
}

/**
 * vsl_transcript_index_get_transcript:
 * @self: the index
 *
 * Returns: (transfer none): what it is an index of
 */
VslTranscript *
vsl_transcript_index_get_transcript (VslTranscriptIndex *self)
{
  g_return_val_if_fail (VSL_IS_TRANSCRIPT_INDEX (self), NULL);

  return self->transcript;
}

static gboolean
has_all (const char  *text,
         char       **words)
{
  guint i;

  for (i = 0; words[i] != NULL; i++)
    {
      if (strstr (text, words[i]) == NULL)
        return FALSE;
    }

  return TRUE;
}

/**
 * vsl_transcript_index_find:
 * @self: the index
 * @words: (array zero-terminated=1): words or phrases in any letter case
 * @speaker: (nullable): only what this speaker said
 *
 * Returns: (transfer full) (element-type guint): the places of the utterances in which each of @words
 *   is written, in any order; all of them when there are no @words
 */
GArray *
vsl_transcript_index_find (VslTranscriptIndex  *self,
                           const char * const  *words,
                           const char          *speaker)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) folded = NULL;
  guint i;

  g_return_val_if_fail (VSL_IS_TRANSCRIPT_INDEX (self) && words != NULL, places);

  for (i = 0; words[i] != NULL; i++)
    {
      g_autofree char *word = g_utf8_strdown (words[i], -1);

      g_strv_builder_add (builder, word);
    }
  folded = g_strv_builder_end (builder);
  for (i = 0; self->folded[i] != NULL; i++)
    {
      VslUtterance *utterance = vsl_transcript_get_utterance (self->transcript, i);

      if ((speaker == NULL || g_str_equal (vsl_utterance_get_speaker (utterance), speaker)) &&
          has_all (self->folded[i], folded))
        g_array_append_val (places, i);
    }

  return places;
}

/**
 * vsl_transcript_index_find_time:
 * @self: the index
 * @ms: a time of the debate
 *
 * Returns: the place of the utterance that was being spoken at @ms: the last that had begun; the first
 *   with a time when none had; -1 when no utterance has a time
 */
int
vsl_transcript_index_find_time (VslTranscriptIndex *self,
                                gint64              ms)
{
  gint64 begun_ms = -1;
  int found = -1;
  guint i;

  g_return_val_if_fail (VSL_IS_TRANSCRIPT_INDEX (self), -1);

  for (i = 0; self->folded[i] != NULL; i++)
    {
      gint64 start_ms =
        vsl_utterance_get_start_ms (vsl_transcript_get_utterance (self->transcript, i));

      if (start_ms == VSL_TIME_UNKNOWN)
        continue;
      /* Speakers overlap, so starts may not be in order. */
      if (found < 0 || (start_ms <= ms && start_ms >= begun_ms))
        {
          found = (int) i;
          begun_ms = start_ms <= ms ? start_ms : -1;
        }
    }

  return found;
}
