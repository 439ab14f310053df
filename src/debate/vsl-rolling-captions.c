/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-debate"

#include "debate/vsl-rolling-captions.h"

#include "core/vsl-text.h"

#include <string.h>

/* Rolling captions repeat a line in at least this share of the cues; a speaker who repeats himself
 * does not. */
#define ROLLING_SHARE 0.2
#define ROLLING_MINIMUM 3
/* No screen shows more lines of captions at once. */
#define MAX_ROLLING_LINES 8

/* How many of the last lines of @before are the first lines of @after. */
static guint
count_repeated_lines (char **before,
                      char **after)
{
  guint n_before = g_strv_length (before);
  guint n_after = g_strv_length (after);
  guint n;

  for (n = MIN (MIN (n_before, n_after), MAX_ROLLING_LINES); n > 0; n--)
    {
      guint i;

      for (i = 0; i < n; i++)
        {
          if (!g_str_equal (before[n_before - n + i], after[i]))
            break;
        }
      if (i == n)
        return n;
    }

  return 0;
}

/* The lines of a stretch that are not blank. */
static char **
split_lines (VslStretch *stretch)
{
  g_auto(GStrv) lines = g_strsplit (stretch->text->str, "\n", -1);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  guint i;

  for (i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = vsl_text_collapse_spaces (lines[i]);

      if (*line != '\0')
        g_strv_builder_add (builder, line);
    }

  return g_strv_builder_end (builder);
}

/* Whether the first line of @after stands in @before at all: for nearly every cue of nearly every file
 * it does not, and then its lines need not be taken apart. */
static gboolean
may_repeat (VslStretch *before,
            VslStretch *after)
{
  const char *start = after->text->str + strspn (after->text->str, " \t\n");
  gsize length = strcspn (start, "\n");
  const char *line = before->text->str;

  while (length > 0 && g_ascii_isspace (start[length - 1]))
    length--;
  if (length == 0)
    return FALSE;

  while (line != NULL)
    {
      line += strspn (line, " \t\n");
      if (strncmp (line, start, length) == 0)
        return TRUE;
      line = strchr (line, '\n');
    }

  return FALSE;
}

/* How many lines of the stretch at @at are the last ones of the stretch before it. */
static guint
count_rolled_lines (VslTranscriptDraft   *draft,
                    guint                 at,
                    char               ***lines)
{
  VslStretch *before = vsl_transcript_draft_get (draft, at - 1);
  VslStretch *after = vsl_transcript_draft_get (draft, at);
  g_auto(GStrv) before_lines = NULL;
  g_auto(GStrv) after_lines = NULL;
  guint n;

  if (!may_repeat (before, after))
    return 0;

  before_lines = split_lines (before);
  after_lines = split_lines (after);
  n = count_repeated_lines (before_lines, after_lines);
  if (lines != NULL)
    *lines = g_steal_pointer (&after_lines);

  return n;
}

/**
 * vsl_rolling_captions_drop:
 * @draft: the draft, with one stretch per cue and the line breaks of the cues
 *
 * Captions that roll up show every line two or three times, as the last line of one cue and the
 * first of the next. Where a file does so as a habit, only the new lines of each cue are kept.
 * Compared by whole lines: a speaker may well repeat a word.
 */
void
vsl_rolling_captions_drop (VslTranscriptDraft *draft)
{
  guint n_stretches = vsl_transcript_draft_get_length (draft);
  guint i, j, n_repeating = 0;

  for (i = 1; i < n_stretches; i++)
    n_repeating += count_rolled_lines (draft, i, NULL) > 0;
  if (n_repeating < ROLLING_MINIMUM || n_repeating < ROLLING_SHARE * n_stretches)
    return;

  /* From the end, so that each is held against the one before it as that was shown. */
  for (i = n_stretches - 1; i > 0; i--)
    {
      VslStretch *stretch = vsl_transcript_draft_get (draft, i);
      g_auto(GStrv) own = NULL;
      guint n = count_rolled_lines (draft, i, &own);

      if (n == 0)
        continue;
      g_string_truncate (stretch->text, 0);
      for (j = n; own[j] != NULL; j++)
        g_string_append_printf (stretch->text, "%s%s", j > n ? "\n" : "", own[j]);
    }
}
