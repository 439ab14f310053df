/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-core"

#include "core/vsl-transcript.h"

/**
 * VslTranscript:
 *
 * What was said in a debate: utterances in the order in which they were spoken, and what the reader
 * noticed while reading them. A corrected transcript is another transcript in which the utterances
 * keep their ids.
 *
 * Immutable; any thread.
 */
struct _VslTranscript
{
  GObject parent_instance;

  char *format;          /* (owned) */
  GPtrArray *utterances; /* (owned) of VslUtterance */
  GPtrArray *warnings;   /* (owned) of VslFinding */
};

G_DEFINE_FINAL_TYPE (VslTranscript, vsl_transcript, G_TYPE_OBJECT)

static void
vsl_transcript_finalize (GObject *object)
{
  VslTranscript *self = VSL_TRANSCRIPT (object);

  g_free (self->format);
  g_clear_pointer (&self->utterances, g_ptr_array_unref);
  g_clear_pointer (&self->warnings, g_ptr_array_unref);

  G_OBJECT_CLASS (vsl_transcript_parent_class)->finalize (object);
}

static void
vsl_transcript_class_init (VslTranscriptClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vsl_transcript_finalize;
}

static void
vsl_transcript_init (VslTranscript *self)
{
}

/**
 * vsl_transcript_new:
 * @format: the format it was read from, as in `transcript read --format`
 * @utterances: (transfer none): a #GPtrArray of #VslUtterance that is not changed any more
 * @warnings: (transfer none) (nullable): a #GPtrArray of #VslFinding, likewise
 *
 * Returns: (transfer full): a new transcript
 */
VslTranscript *
vsl_transcript_new (const char *format,
                    GPtrArray  *utterances,
                    GPtrArray  *warnings)
{
  VslTranscript *self = g_object_new (VSL_TYPE_TRANSCRIPT, NULL);

  self->format = g_strdup (format);
  self->utterances = g_ptr_array_ref (utterances);
  self->warnings = warnings != NULL ? g_ptr_array_ref (warnings) : g_ptr_array_new ();

  return self;
}

/**
 * vsl_transcript_get_format:
 * @self: the transcript
 *
 * Returns: (transfer none): the format it was read from
 */
const char *
vsl_transcript_get_format (VslTranscript *self)
{
  g_return_val_if_fail (VSL_IS_TRANSCRIPT (self), NULL);

  return self->format;
}

/**
 * vsl_transcript_get_n_utterances:
 * @self: the transcript
 *
 * Returns: how many utterances it has
 */
guint
vsl_transcript_get_n_utterances (VslTranscript *self)
{
  g_return_val_if_fail (VSL_IS_TRANSCRIPT (self), 0);

  return self->utterances->len;
}

/**
 * vsl_transcript_get_utterance:
 * @self: the transcript
 * @index: less than vsl_transcript_get_n_utterances()
 *
 * Returns: (transfer none): an utterance
 */
VslUtterance *
vsl_transcript_get_utterance (VslTranscript *self,
                              guint          index)
{
  g_return_val_if_fail (VSL_IS_TRANSCRIPT (self), NULL);
  g_return_val_if_fail (index < self->utterances->len, NULL);

  return g_ptr_array_index (self->utterances, index);
}

/**
 * vsl_transcript_get_n_warnings:
 * @self: the transcript
 *
 * Returns: how many things the reader noticed
 */
guint
vsl_transcript_get_n_warnings (VslTranscript *self)
{
  g_return_val_if_fail (VSL_IS_TRANSCRIPT (self), 0);

  return self->warnings->len;
}

/**
 * vsl_transcript_get_warning:
 * @self: the transcript
 * @index: less than vsl_transcript_get_n_warnings()
 *
 * Returns: (transfer none): what the reader noticed, with its line in the file
 */
VslFinding *
vsl_transcript_get_warning (VslTranscript *self,
                            guint          index)
{
  g_return_val_if_fail (VSL_IS_TRANSCRIPT (self), NULL);
  g_return_val_if_fail (index < self->warnings->len, NULL);

  return g_ptr_array_index (self->warnings, index);
}

/**
 * vsl_transcript_dup_speakers:
 * @self: the transcript
 *
 * Returns: (transfer full): the labels of the speakers, each once, in the order in which they first
 *   speak; utterances without a speaker have none
 */
char **
vsl_transcript_dup_speakers (VslTranscript *self)
{
  g_autoptr(GStrvBuilder) builder = NULL;
  g_autoptr(GHashTable) seen = NULL;
  guint i;

  g_return_val_if_fail (VSL_IS_TRANSCRIPT (self), NULL);

  builder = g_strv_builder_new ();
  seen = g_hash_table_new (g_str_hash, g_str_equal);
  for (i = 0; i < self->utterances->len; i++)
    {
      const char *speaker = vsl_utterance_get_speaker (g_ptr_array_index (self->utterances, i));

      if (*speaker != '\0' && g_hash_table_add (seen, (gpointer) speaker))
        g_strv_builder_add (builder, speaker);
    }

  return g_strv_builder_end (builder);
}

/**
 * vsl_transcript_get_speaking_ms:
 * @self: the transcript
 * @speaker: the label of a speaker
 *
 * Returns: how long @speaker speaks, in ms; utterances without times count for nothing
 */
gint64
vsl_transcript_get_speaking_ms (VslTranscript *self,
                                const char    *speaker)
{
  gint64 total = 0;
  guint i;

  g_return_val_if_fail (VSL_IS_TRANSCRIPT (self), 0);
  g_return_val_if_fail (speaker != NULL, 0);

  for (i = 0; i < self->utterances->len; i++)
    {
      VslUtterance *utterance = g_ptr_array_index (self->utterances, i);
      gint64 start = vsl_utterance_get_start_ms (utterance);
      gint64 end = vsl_utterance_get_end_ms (utterance);

      if (start != VSL_TIME_UNKNOWN && end > start &&
          g_str_equal (vsl_utterance_get_speaker (utterance), speaker))
        total += end - start;
    }

  return total;
}

/**
 * vsl_transcript_rename_speaker:
 * @self: the transcript
 * @label: a label in it
 * @name: the name that takes its place
 *
 * Returns: (transfer full): the same transcript with @name wherever @label spoke
 */
VslTranscript *
vsl_transcript_rename_speaker (VslTranscript *self,
                               const char    *label,
                               const char    *name)
{
  g_autoptr(GPtrArray) utterances = NULL;
  guint i;

  g_return_val_if_fail (VSL_IS_TRANSCRIPT (self), NULL);
  g_return_val_if_fail (label != NULL && name != NULL, NULL);

  utterances = g_ptr_array_new_full (self->utterances->len, g_object_unref);
  for (i = 0; i < self->utterances->len; i++)
    {
      VslUtterance *utterance = g_ptr_array_index (self->utterances, i);

      if (!g_str_equal (vsl_utterance_get_speaker (utterance), label))
        g_ptr_array_add (utterances, g_object_ref (utterance));
      else
        g_ptr_array_add (utterances, vsl_utterance_with_words (utterance, name,
                                                               vsl_utterance_get_text (utterance)));
    }

  return vsl_transcript_new (self->format, utterances, self->warnings);
}

static gboolean
has_secrets (VslTranscript *self)
{
  guint i;

  for (i = 0; i < self->utterances->len; i++)
    {
      VslUtterance *utterance = g_ptr_array_index (self->utterances, i);

      if (vsl_utterance_get_off_the_record (utterance) ||
          vsl_utterance_get_off_parts (utterance)->len > 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * vsl_transcript_dup_on_record:
 * @self: the transcript
 *
 * What may be used: utterances that are off the record are left out, and parts of one give way to an
 * ellipsis. The ids stay.
 *
 * Returns: (transfer full): that transcript; @self where everything may be used
 */
VslTranscript *
vsl_transcript_dup_on_record (VslTranscript *self)
{
  g_autoptr(GPtrArray) utterances = NULL;
  guint i;

  g_return_val_if_fail (VSL_IS_TRANSCRIPT (self), NULL);

  if (!has_secrets (self))
    return g_object_ref (self);

  utterances = g_ptr_array_new_full (self->utterances->len, g_object_unref);
  for (i = 0; i < self->utterances->len; i++)
    {
      VslUtterance *utterance = g_ptr_array_index (self->utterances, i);
      g_autofree char *text = vsl_utterance_dup_public_text (utterance);

      if (*text != '\0')
        g_ptr_array_add (utterances,
                         vsl_utterance_new (vsl_utterance_get_id (utterance),
                                            vsl_utterance_get_start_ms (utterance),
                                            vsl_utterance_get_end_ms (utterance),
                                            vsl_utterance_get_speaker (utterance), text, FALSE));
    }

  return vsl_transcript_new (self->format, utterances, self->warnings);
}

/**
 * vsl_transcript_replace_utterance:
 * @self: the transcript
 * @utterance: another form of one that has the same id
 *
 * Returns: (transfer full): the same transcript with @utterance in its place
 */
VslTranscript *
vsl_transcript_replace_utterance (VslTranscript *self,
                                  VslUtterance  *utterance)
{
  g_autoptr(GPtrArray) utterances = NULL;
  guint i;

  g_return_val_if_fail (VSL_IS_TRANSCRIPT (self) && VSL_IS_UTTERANCE (utterance), NULL);

  utterances = g_ptr_array_new_full (self->utterances->len, g_object_unref);
  for (i = 0; i < self->utterances->len; i++)
    {
      VslUtterance *old = g_ptr_array_index (self->utterances, i);

      g_ptr_array_add (utterances,
                       g_object_ref (g_str_equal (vsl_utterance_get_id (old),
                                                  vsl_utterance_get_id (utterance))
                                     ? utterance : old));
    }

  return vsl_transcript_new (self->format, utterances, self->warnings);
}
