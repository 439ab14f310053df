/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-debate"

#include "debate/vsl-transcript-draft.h"

#include "core/vsl-text.h"

#include <string.h>

/* Two stretches of one speaker with a longer silence between them are two utterances. */
#define MAX_GAP_MS 2000

/* A speech is broken at the end of a sentence after this long, so that times stay useful. */
#define MAX_UTTERANCE_MS 60000

struct _VslTranscriptDraft
{
  char *format;           /* (owned) */
  char **known_speakers;  /* (owned) */
  GPtrArray *stretches;   /* (owned) of VslStretch */
  GPtrArray *warnings;    /* (owned) of VslFinding */
};

static void
stretch_free (gpointer data)
{
  VslStretch *stretch = data;

  g_free (stretch->id);
  g_free (stretch->speaker);
  g_free (stretch->segment);
  g_string_free (stretch->text, TRUE);
  g_free (stretch);
}

/**
 * vsl_transcript_draft_new:
 * @format: the name of the format
 * @known_speakers: (nullable): names that may stand before a colon
 *
 * Returns: (transfer full): an empty draft
 */
VslTranscriptDraft *
vsl_transcript_draft_new (const char         *format,
                          const char * const *known_speakers)
{
  VslTranscriptDraft *self = g_new0 (VslTranscriptDraft, 1);

  self->format = g_strdup (format);
  self->known_speakers =
    known_speakers != NULL ? g_strdupv ((char **) known_speakers) : g_new0 (char *, 1);
  self->stretches = g_ptr_array_new_with_free_func (stretch_free);
  self->warnings = g_ptr_array_new_with_free_func (g_object_unref);

  return self;
}

/**
 * vsl_transcript_draft_free:
 * @self: (transfer full): the draft
 *
 * Frees it.
 */
void
vsl_transcript_draft_free (VslTranscriptDraft *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->format);
  g_strfreev (self->known_speakers);
  g_ptr_array_unref (self->stretches);
  g_ptr_array_unref (self->warnings);
  g_free (self);
}

/**
 * vsl_transcript_draft_set_format:
 * @self: the draft
 * @format: the name of the format, once the reader knows it better
 *
 * Replaces the name of the format.
 */
void
vsl_transcript_draft_set_format (VslTranscriptDraft *self,
                                 const char         *format)
{
  char *copy;

  g_return_if_fail (self != NULL);

  copy = g_strdup (format);
  g_free (self->format);
  self->format = copy;
}

/**
 * vsl_transcript_draft_add:
 * @self: the draft
 * @line: the line of the file on which it starts, from 1
 * @start_ms: when it starts, in ms, or %VSL_TIME_UNKNOWN
 * @end_ms: when it ends, in ms, or %VSL_TIME_UNKNOWN
 *
 * Returns: (transfer none): a new stretch without text, behind the others
 */
VslStretch *
vsl_transcript_draft_add (VslTranscriptDraft *self,
                          guint               line,
                          gint64              start_ms,
                          gint64              end_ms)
{
  VslStretch *stretch;

  g_return_val_if_fail (self != NULL, NULL);

  stretch = g_new0 (VslStretch, 1);
  stretch->line = line;
  stretch->start_ms = start_ms;
  stretch->end_ms = end_ms;
  stretch->text = g_string_new (NULL);
  g_ptr_array_add (self->stretches, stretch);

  return stretch;
}

/**
 * vsl_transcript_draft_get:
 * @self: the draft
 * @index: which stretch, from 0
 *
 * Returns: (transfer none): that stretch
 */
VslStretch *
vsl_transcript_draft_get (VslTranscriptDraft *self,
                          guint               index)
{
  g_return_val_if_fail (self != NULL && index < self->stretches->len, NULL);

  return g_ptr_array_index (self->stretches, index);
}

/**
 * vsl_transcript_draft_get_last:
 * @self: the draft
 *
 * Returns: (transfer none) (nullable): the last stretch
 */
VslStretch *
vsl_transcript_draft_get_last (VslTranscriptDraft *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->stretches->len > 0
           ? g_ptr_array_index (self->stretches, self->stretches->len - 1)
           : NULL;
}

/**
 * vsl_transcript_draft_get_length:
 * @self: the draft
 *
 * Returns: how many stretches there are
 */
guint
vsl_transcript_draft_get_length (VslTranscriptDraft *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->stretches->len;
}

/**
 * vsl_transcript_draft_warn:
 * @self: the draft
 * @line: the line of the file, from 1
 * @text: (nullable): the characters concerned
 * @message: one translated sentence
 *
 * Notes something that a person should know of what was read.
 */
void
vsl_transcript_draft_warn (VslTranscriptDraft *self,
                           guint               line,
                           const char         *text,
                           const char         *message)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_add (self->warnings, vsl_finding_new_at_line ("transcript.read", VSL_LEVEL_WARNING,
                                                            line, 1, text, message));
}

/**
 * vsl_stretch_take_speaker:
 * @self: a stretch
 * @speaker: (transfer full) (nullable): the label of its speaker
 *
 * Replaces the speaker.
 */
void
vsl_stretch_take_speaker (VslStretch *self,
                          char       *speaker)
{
  g_free (self->speaker);
  self->speaker = speaker;
}

/**
 * vsl_transcript_draft_knows_speaker:
 * @self: the draft
 * @label: a label before a colon
 *
 * Returns: whether @label is one of the known speakers, whatever its case and accents
 */
gboolean
vsl_transcript_draft_knows_speaker (VslTranscriptDraft *self,
                                    const char         *label)
{
  g_autofree char *folded = NULL;
  guint i;

  g_return_val_if_fail (self != NULL && label != NULL, FALSE);

  folded = vsl_text_fold (label);

  for (i = 0; self->known_speakers[i] != NULL; i++)
    {
      g_autofree char *known = vsl_text_fold (self->known_speakers[i]);

      if (g_str_equal (known, folded))
        return TRUE;
    }

  return FALSE;
}

/**
 * vsl_transcript_draft_name_speakers:
 * @self: the draft
 * @names: (element-type utf8 utf8): names by the ids that stand as speakers
 *
 * Replaces ids of speakers by their names, where they are known.
 */
void
vsl_transcript_draft_name_speakers (VslTranscriptDraft *self,
                                    GHashTable         *names)
{
  guint i;

  g_return_if_fail (self != NULL && names != NULL);

  for (i = 0; i < self->stretches->len; i++)
    {
      VslStretch *stretch = g_ptr_array_index (self->stretches, i);
      const char *name =
        stretch->speaker != NULL ? g_hash_table_lookup (names, stretch->speaker) : NULL;

      if (name != NULL && *name != '\0')
        vsl_stretch_take_speaker (stretch, g_strdup (name));
    }
}

static gboolean
ends_sentence (GString *text)
{
  return text->len > 0 && strchr (".?!", text->str[text->len - 1]) != NULL;
}

/* Whether @next goes on with what @stretch started. */
static gboolean
belongs_to (VslStretch *stretch,
            VslStretch *next)
{
  if (stretch->speaker == NULL || g_strcmp0 (stretch->speaker, next->speaker) != 0)
    return FALSE;
  if (stretch->segment != NULL || next->segment != NULL)
    return g_strcmp0 (stretch->segment, next->segment) == 0;
  if (stretch->end_ms == VSL_TIME_UNKNOWN || next->start_ms == VSL_TIME_UNKNOWN)
    return FALSE;
  if (next->start_ms - stretch->end_ms > MAX_GAP_MS)
    return FALSE;

  return next->end_ms - stretch->start_ms <= MAX_UTTERANCE_MS ||
         !ends_sentence (stretch->text);
}

/* Words on one line, without the control characters that some recognisers leave and XML forbids. */
static char *
clean_words (const char *text)
{
  char *words = vsl_text_collapse_spaces (text);
  gboolean found = FALSE;

  for (char *p = words; *p != '\0'; p++)
    {
      if (g_ascii_iscntrl (*p))
        {
          *p = ' ';
          found = TRUE;
        }
    }
  if (found)
    {
      g_autofree char *spaced = words;

      words = vsl_text_collapse_spaces (spaced);
    }

  return words;
}

/* Joins what belongs together and drops what is empty. */
static void
join_stretches (VslTranscriptDraft *self)
{
  g_autoptr(GPtrArray) joined = g_ptr_array_new_with_free_func (stretch_free);
  guint i;

  for (i = 0; i < self->stretches->len; i++)
    {
      VslStretch *stretch = g_ptr_array_index (self->stretches, i);
      VslStretch *last = joined->len > 0 ? g_ptr_array_index (joined, joined->len - 1) : NULL;
      g_autofree char *text = clean_words (stretch->text->str);

      g_string_assign (stretch->text, text);
      if (*text == '\0')
        {
          /* A cue that only held the screen: the words before it lasted until its end. */
          if (last != NULL && stretch->end_ms > last->end_ms &&
              (stretch->speaker == NULL || g_strcmp0 (stretch->speaker, last->speaker) == 0) &&
              last->end_ms != VSL_TIME_UNKNOWN && stretch->start_ms - last->end_ms <= MAX_GAP_MS)
            last->end_ms = stretch->end_ms;
        }
      else if (last != NULL && belongs_to (last, stretch))
        {
          g_string_append_c (last->text, ' ');
          g_string_append (last->text, text);
          last->end_ms = MAX (last->end_ms, stretch->end_ms);
        }
      else
        {
          g_ptr_array_add (joined, stretch);
          self->stretches->pdata[i] = NULL;
        }
    }

  for (i = 0; i < self->stretches->len; i++)
    {
      if (self->stretches->pdata[i] != NULL)
        stretch_free (self->stretches->pdata[i]);
    }
  g_ptr_array_set_free_func (self->stretches, NULL);
  g_ptr_array_unref (self->stretches);
  self->stretches = g_steal_pointer (&joined);
}

/* Ids that this program wrote are kept, so that what points at an utterance still does. */
static gboolean
has_own_ids (VslTranscriptDraft *self)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint i;

  for (i = 0; i < self->stretches->len; i++)
    {
      VslStretch *stretch = g_ptr_array_index (self->stretches, i);
      const char *id = stretch->id;

      if (id == NULL || id[0] != 'u' || id[1] == '\0' ||
          strspn (id + 1, "0123456789") != strlen (id + 1) ||
          !g_hash_table_add (seen, (gpointer) id))
        return FALSE;
    }

  return TRUE;
}

/* `u1`, `u2`, … without printf(), which takes as long as reading the cue. */
static char *
make_id (guint number)
{
  char digits[16];
  char *p = digits + sizeof digits;

  *--p = '\0';
  for (; number > 0; number /= 10)
    *--p = (char) ('0' + number % 10);
  *--p = 'u';

  return g_strdup (p);
}

/**
 * vsl_transcript_draft_finish:
 * @self: the draft; empty afterwards
 *
 * Joins what one speaker said without a pause and gives every utterance its id.
 *
 * Returns: (transfer full): the transcript; it may have no utterances
 */
VslTranscript *
vsl_transcript_draft_finish (VslTranscriptDraft *self)
{
  g_autoptr(GPtrArray) utterances = NULL;
  gboolean own_ids;
  guint i;

  g_return_val_if_fail (self != NULL, NULL);

  /* Before joining: a file of ours has an id for each utterance and needs no joining. */
  own_ids = self->stretches->len > 0 && has_own_ids (self);
  if (!own_ids)
    join_stretches (self);

  utterances = g_ptr_array_new_full (self->stretches->len, g_object_unref);
  for (i = 0; i < self->stretches->len; i++)
    {
      VslStretch *stretch = g_ptr_array_index (self->stretches, i);
      g_autofree char *id =
        own_ids ? g_strdup (stretch->id) : make_id (i + 1);
      g_autofree char *text = own_ids ? clean_words (stretch->text->str) : NULL;
      g_autofree char *speaker = stretch->speaker != NULL ? clean_words (stretch->speaker) : NULL;

      g_ptr_array_add (utterances, vsl_utterance_new (id, stretch->start_ms, stretch->end_ms,
                                                      speaker,
                                                      own_ids ? text : stretch->text->str, FALSE));
    }

  return vsl_transcript_new (self->format, utterances, self->warnings);
}
