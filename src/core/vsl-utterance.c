/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-core"

#include "core/vsl-utterance.h"

/**
 * VslUtterance:
 *
 * What one speaker said without a break, with its time. The id stays with it when the text is
 * corrected, so that a quotation can point at it for good.
 *
 * Immutable; any thread.
 */
struct _VslUtterance
{
  GObject parent_instance;

  char *id;      /* (owned) */
  char *speaker; /* (owned) */
  char *text;    /* (owned) */
  gint64 start_ms;
  gint64 end_ms;
  gboolean off_the_record;
};

G_DEFINE_FINAL_TYPE (VslUtterance, vsl_utterance, G_TYPE_OBJECT)

static void
vsl_utterance_finalize (GObject *object)
{
  VslUtterance *self = VSL_UTTERANCE (object);

  g_free (self->id);
  g_free (self->speaker);
  g_free (self->text);

  G_OBJECT_CLASS (vsl_utterance_parent_class)->finalize (object);
}

static void
vsl_utterance_class_init (VslUtteranceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vsl_utterance_finalize;
}

static void
vsl_utterance_init (VslUtterance *self)
{
}

/**
 * vsl_utterance_new:
 * @id: its id, unique in its transcript
 * @start_ms: when it starts, in ms from the start of the debate, or %VSL_TIME_UNKNOWN
 * @end_ms: when it ends, likewise
 * @speaker: (nullable): the label of the speaker; %NULL for unknown
 * @text: the words
 * @off_the_record: whether it may never be used
 *
 * Returns: (transfer full): a new utterance
 */
VslUtterance *
vsl_utterance_new (const char *id,
                   gint64      start_ms,
                   gint64      end_ms,
                   const char *speaker,
                   const char *text,
                   gboolean    off_the_record)
{
  VslUtterance *self = g_object_new (VSL_TYPE_UTTERANCE, NULL);

  self->id = g_strdup (id);
  self->start_ms = start_ms;
  self->end_ms = end_ms;
  self->speaker = g_strdup (speaker != NULL ? speaker : "");
  self->text = g_strdup (text);
  self->off_the_record = !!off_the_record;

  return self;
}

/**
 * vsl_utterance_get_id:
 * @self: the utterance
 *
 * Returns: (transfer none): its id, unique in its transcript
 */
const char *
vsl_utterance_get_id (VslUtterance *self)
{
  g_return_val_if_fail (VSL_IS_UTTERANCE (self), NULL);

  return self->id;
}

/**
 * vsl_utterance_get_start_ms:
 * @self: the utterance
 *
 * Returns: when it starts, in ms, or %VSL_TIME_UNKNOWN
 */
gint64
vsl_utterance_get_start_ms (VslUtterance *self)
{
  g_return_val_if_fail (VSL_IS_UTTERANCE (self), VSL_TIME_UNKNOWN);

  return self->start_ms;
}

/**
 * vsl_utterance_get_end_ms:
 * @self: the utterance
 *
 * Returns: when it ends, in ms, or %VSL_TIME_UNKNOWN
 */
gint64
vsl_utterance_get_end_ms (VslUtterance *self)
{
  g_return_val_if_fail (VSL_IS_UTTERANCE (self), VSL_TIME_UNKNOWN);

  return self->end_ms;
}

/**
 * vsl_utterance_get_speaker:
 * @self: the utterance
 *
 * Returns: (transfer none): the label of the speaker; empty when unknown
 */
const char *
vsl_utterance_get_speaker (VslUtterance *self)
{
  g_return_val_if_fail (VSL_IS_UTTERANCE (self), NULL);

  return self->speaker;
}

/**
 * vsl_utterance_get_text:
 * @self: the utterance
 *
 * Returns: (transfer none): the words
 */
const char *
vsl_utterance_get_text (VslUtterance *self)
{
  g_return_val_if_fail (VSL_IS_UTTERANCE (self), NULL);

  return self->text;
}

/**
 * vsl_utterance_get_off_the_record:
 * @self: the utterance
 *
 * Returns: whether it may never be used
 */
gboolean
vsl_utterance_get_off_the_record (VslUtterance *self)
{
  g_return_val_if_fail (VSL_IS_UTTERANCE (self), FALSE);

  return self->off_the_record;
}
