/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-core"

#include "core/vsl-utterance.h"

/**
 * VslUtterance:
 *
 * What one speaker said without a break, with its time. The id stays with it when the text is
 * corrected, so that a quotation can point at it for good. Some of its words, or all, may be off the
 * record.
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
  GArray *off_parts; /* (owned) of VslOffPart, never changed */
};

G_DEFINE_FINAL_TYPE (VslUtterance, vsl_utterance, G_TYPE_OBJECT)

static void
vsl_utterance_finalize (GObject *object)
{
  VslUtterance *self = VSL_UTTERANCE (object);

  g_free (self->id);
  g_free (self->speaker);
  g_free (self->text);
  g_clear_pointer (&self->off_parts, g_array_unref);

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
  self->off_parts = g_array_new (FALSE, FALSE, sizeof (VslOffPart));
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

/**
 * vsl_utterance_get_off_parts:
 * @self: the utterance
 *
 * Returns: (transfer none) (element-type VslOffPart): the words that may never be used, in order and
 *   apart from each other; none when it is off the record as a whole. Not to be changed.
 */
GArray *
vsl_utterance_get_off_parts (VslUtterance *self)
{
  g_return_val_if_fail (VSL_IS_UTTERANCE (self), NULL);

  return self->off_parts;
}

/**
 * vsl_utterance_dup_public_text:
 * @self: the utterance
 *
 * Returns: (transfer full): the words that may be used, with an ellipsis for each part that may not;
 *   empty when nothing may
 */
char *
vsl_utterance_dup_public_text (VslUtterance *self)
{
  GString *public = NULL;
  const char *at;
  glong offset = 0;
  guint i;

  g_return_val_if_fail (VSL_IS_UTTERANCE (self), NULL);

  if (self->off_the_record)
    return g_strdup ("");

  public = g_string_new (NULL);
  at = self->text;
  for (i = 0; i < self->off_parts->len; i++)
    {
      const VslOffPart *part = &g_array_index (self->off_parts, VslOffPart, i);
      const char *start = g_utf8_offset_to_pointer (at, part->offset - offset);

      g_string_append_len (public, at, start - at);
      g_string_append (public, "…");
      at = g_utf8_offset_to_pointer (start, part->length);
      offset = part->offset + part->length;
    }
  g_string_append (public, at);

  return g_string_free (public, FALSE);
}

static int
compare_parts (gconstpointer a,
               gconstpointer b)
{
  const VslOffPart *first = a, *second = b;

  return (first->offset > second->offset) - (first->offset < second->offset);
}

/* Within the text, in order, and as one where they touch. */
static void
set_parts (VslUtterance *self,
           GArray       *parts)
{
  g_autoptr(GArray) sorted = g_array_copy (parts);
  guint length = (guint) g_utf8_strlen (self->text, -1);
  guint i;

  g_array_sort (sorted, compare_parts);
  for (i = 0; i < sorted->len; i++)
    {
      VslOffPart part = g_array_index (sorted, VslOffPart, i);
      VslOffPart *last = self->off_parts->len > 0
                         ? &g_array_index (self->off_parts, VslOffPart, self->off_parts->len - 1)
                         : NULL;

      if (part.offset >= length || part.length == 0)
        continue;
      part.length = MIN (part.length, length - part.offset);
      if (last != NULL && part.offset <= last->offset + last->length)
        last->length = MAX (last->length, part.offset + part.length - last->offset);
      else
        g_array_append_val (self->off_parts, part);
    }
}

/* How many characters two texts have in common at their ends. */
static void
measure_common (const char *old_text,
                const char *new_text,
                guint      *n_before,
                guint      *n_behind)
{
  g_autofree gunichar *old = g_utf8_to_ucs4_fast (old_text, -1, NULL);
  g_autofree gunichar *new = g_utf8_to_ucs4_fast (new_text, -1, NULL);
  guint n_old = (guint) g_utf8_strlen (old_text, -1), n_new = (guint) g_utf8_strlen (new_text, -1);
  guint shorter = MIN (n_old, n_new);

  *n_before = *n_behind = 0;
  while (*n_before < shorter && old[*n_before] == new[*n_before])
    (*n_before)++;
  while (*n_behind < shorter - *n_before && old[n_old - 1 - *n_behind] == new[n_new - 1 - *n_behind])
    (*n_behind)++;
}

/* No part ends within a word: the rest of it would say what it was. */
static void
widen_part (const char *text,
            guint      *start,
            guint      *end)
{
  const char *first = g_utf8_offset_to_pointer (text, *start);
  const char *last = g_utf8_offset_to_pointer (text, *end);

  while (*start > 0 && g_unichar_isalnum (g_utf8_get_char (first)) &&
         g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (first))))
    {
      first = g_utf8_prev_char (first);
      (*start)--;
    }
  while (*end > 0 && *last != '\0' && g_unichar_isalnum (g_utf8_get_char (last)) &&
         g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (last))))
    {
      last = g_utf8_next_char (last);
      (*end)++;
    }
}

/* What was off the record stays so: where words were changed, all that came in their place. */
static GArray *
move_parts (VslUtterance *self,
            const char   *text)
{
  GArray *moved = g_array_new (FALSE, FALSE, sizeof (VslOffPart));
  guint n_old = (guint) g_utf8_strlen (self->text, -1), n_new = (guint) g_utf8_strlen (text, -1);
  guint before, behind, i;

  measure_common (self->text, text, &before, &behind);
  for (i = 0; i < self->off_parts->len; i++)
    {
      const VslOffPart *part = &g_array_index (self->off_parts, VslOffPart, i);
      guint start = part->offset, end = part->offset + part->length;
      VslOffPart next;

      if (start >= n_old - behind)
        start = start + n_new - n_old;
      else if (start > before)
        start = before;
      if (end > n_old - behind)
        end = end + n_new - n_old;
      else if (end > before)
        end = n_new - behind;
      if (end > start)
        widen_part (text, &start, &end);
      next = (VslOffPart) { start, end - start };
      g_array_append_val (moved, next);
    }

  return moved;
}

/**
 * vsl_utterance_with_words:
 * @self: the utterance
 * @speaker: (nullable): the label of the speaker; %NULL for unknown
 * @text: the words
 *
 * Corrects it. The id and the times stay; words that were off the record stay so, and so do the
 * words that came in their place.
 *
 * Returns: (transfer full): the utterance as it should have been heard
 */
VslUtterance *
vsl_utterance_with_words (VslUtterance *self,
                          const char   *speaker,
                          const char   *text)
{
  g_autoptr(GArray) parts = NULL;
  VslUtterance *corrected;

  g_return_val_if_fail (VSL_IS_UTTERANCE (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  corrected = vsl_utterance_new (self->id, self->start_ms, self->end_ms, speaker, text,
                                 self->off_the_record);
  parts = move_parts (self, text);
  set_parts (corrected, parts);

  return corrected;
}

/**
 * vsl_utterance_with_record:
 * @self: the utterance
 * @off_the_record: whether it may never be used as a whole
 * @off_parts: (nullable) (element-type VslOffPart): else the words that may not, in any order
 *
 * Returns: (transfer full): the utterance with that on and off the record
 */
VslUtterance *
vsl_utterance_with_record (VslUtterance *self,
                           gboolean      off_the_record,
                           GArray       *off_parts)
{
  VslUtterance *marked;

  g_return_val_if_fail (VSL_IS_UTTERANCE (self), NULL);

  marked = vsl_utterance_new (self->id, self->start_ms, self->end_ms, self->speaker, self->text,
                              off_the_record);
  if (!off_the_record && off_parts != NULL)
    set_parts (marked, off_parts);

  return marked;
}
