/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-debate"

#include "debate/vsl-transcript-labels.h"

#include "debate/vsl-speaker-label.h"

#include <string.h>

/* Who speaks, where the format of a file has no place for it and the name stands in the text. */

/* In a file where most stretches start with a name, so do those whose name occurs once. */
#define NAMED_SHARE 0.6

/* What the stretches without a speaker start with. */
typedef struct
{
  GHashTable *strict; /* (owned) label that reads as a name → how often */
  guint n_strict;
  guint n_loose;      /* anything before a colon that may be a name */
  guint n_lines;      /* a name on a line of its own */
  guint n_open;       /* stretches without a speaker */
} LabelCounts;

/* The first line of @text when it is a name, and more follows. */
static char *
measure_line (const char *text,
              gsize      *skip)
{
  const char *end = strchr (text, '\n');
  g_autofree char *line = NULL;

  if (end == NULL)
    return NULL;
  line = g_strndup (text, end - text);
  g_strstrip (line);
  if (*line == '\0' || strpbrk (line, ":,;?!\"") != NULL || g_str_has_suffix (line, ".") ||
      !vsl_speaker_label_is_certain (line))
    return NULL;
  *skip = end + 1 - text;

  return g_steal_pointer (&line);
}

static void
count_labels (VslTranscriptDraft *draft,
              LabelCounts        *counts)
{
  guint i;

  for (i = 0; i < vsl_transcript_draft_get_length (draft); i++)
    {
      VslStretch *stretch = vsl_transcript_draft_get (draft, i);
      g_autofree char *loose = NULL;
      g_autofree char *line = NULL;
      char *label;
      guint count;
      gsize skip;

      if (stretch->speaker != NULL)
        continue;
      g_string_erase (stretch->text, 0, (gssize) strspn (stretch->text->str, " \t\n"));
      counts->n_open++;
      line = measure_line (stretch->text->str, &skip);
      counts->n_lines += line != NULL;
      loose = vsl_speaker_label_measure_loosely (stretch->text->str, &skip);
      counts->n_loose += loose != NULL;
      label = vsl_speaker_label_measure (stretch->text->str, &skip);
      if (label == NULL)
        continue;
      counts->n_strict++;
      count = GPOINTER_TO_UINT (g_hash_table_lookup (counts->strict, label));
      g_hash_table_replace (counts->strict, label, GUINT_TO_POINTER (count + 1));
    }
}

static gboolean
is_habit (const LabelCounts *counts,
          guint              n)
{
  return n > 1 && n >= NAMED_SHARE * counts->n_open;
}

static char *
find_label (VslTranscriptDraft *draft,
            const LabelCounts  *counts,
            const char         *text,
            gsize              *skip)
{
  g_autofree char *label = NULL;

  if (is_habit (counts, counts->n_lines))
    return measure_line (text, skip);
  if (is_habit (counts, counts->n_loose))
    return vsl_speaker_label_measure_loosely (text, skip);

  label = vsl_speaker_label_measure (text, skip);
  if (label != NULL &&
      (GPOINTER_TO_UINT (g_hash_table_lookup (counts->strict, label)) > 1 ||
       vsl_transcript_draft_knows_speaker (draft, label)))
    return g_steal_pointer (&label);

  return NULL;
}

/**
 * vsl_transcript_labels_find:
 * @draft: the draft, with the line breaks of the file
 *
 * Takes `Name: ` from the start of stretches that have no speaker. A word before a colon is a name
 * when it is a known speaker, when it occurs more than once in the file, or when nearly every
 * stretch starts like that: then it need not even have a capital (`iPad van Piet: `). Where nearly
 * every stretch has a name as its first line, that is the speaker. See vsl_speaker_label_measure()
 * for what is never one.
 */
void
vsl_transcript_labels_find (VslTranscriptDraft *draft)
{
  g_autoptr(GHashTable) strict = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  LabelCounts counts = { .strict = strict };
  guint i;

  g_return_if_fail (draft != NULL);

  count_labels (draft, &counts);
  for (i = 0; i < vsl_transcript_draft_get_length (draft); i++)
    {
      VslStretch *stretch = vsl_transcript_draft_get (draft, i);
      g_autofree char *label = NULL;
      gsize skip;

      if (stretch->speaker != NULL)
        continue;
      label = find_label (draft, &counts, stretch->text->str, &skip);
      if (label == NULL)
        continue;
      g_string_erase (stretch->text, 0, (gssize) skip);
      vsl_stretch_take_speaker (stretch, g_steal_pointer (&label));
    }
}
