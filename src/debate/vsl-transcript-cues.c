/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-debate"

#include "config.h"

#include "debate/vsl-transcript-cues.h"

#include "core/vsl-text.h"
#include "debate/vsl-cue-text.h"
#include "debate/vsl-rolling-captions.h"
#include "debate/vsl-transcript-labels.h"
#include "debate/vsl-transcript-time.h"

#include <glib/gi18n.h>
#include <string.h>

/*
 * WebVTT, SRT and SBV: blocks of an id, a timing line and text. Read by what stands there rather
 * than by what a file calls itself, since programs mix them: a header is optional, an id is whatever
 * line precedes a timing line, and a cue ends at an empty line (one that holds a space is text) or
 * at the next timing line.
 */

/* What a timing line says. */
typedef struct
{
  gint64 start_ms;
  gint64 end_ms;
  gboolean found; /* whether the line is one */
} Timing;

typedef struct
{
  VslTranscriptDraft *draft;
  char **lines;
  Timing *timings; /* (owned) of each line, and of one behind the last; asked about from all sides */
  GString *text;   /* (owned) of the cue that is being read */
  guint n_lines;
  guint at;
} CueReader;

static void
find_timings (CueReader *reader)
{
  guint i;

  reader->timings = g_new0 (Timing, reader->n_lines + 1);
  for (i = 0; i < reader->n_lines; i++)
    {
      Timing *timing = &reader->timings[i];

      timing->found = vsl_transcript_time_scan_range (reader->lines[i], &timing->start_ms,
                                                      &timing->end_ms);
    }
}

static gboolean
is_number (const char *line)
{
  gsize digits = strspn (line, "0123456789");

  return digits > 0 && line[digits + strspn (line + digits, " \t")] == '\0';
}

/* NOTE, STYLE and REGION open a block that holds no speech, unless a timing line follows at once:
 * then the word is the id of a cue. */
static gboolean
is_comment_block (CueReader *reader)
{
  const char *line = reader->lines[reader->at];

  if (reader->timings[reader->at + 1].found)
    return FALSE;

  return g_str_equal (line, "NOTE") || g_str_has_prefix (line, "NOTE ") ||
         g_str_has_prefix (line, "NOTE\t") || g_str_equal (line, "STYLE") ||
         g_str_equal (line, "REGION");
}

static void
skip_block (CueReader *reader)
{
  while (reader->at < reader->n_lines && *reader->lines[reader->at] != '\0' &&
         !reader->timings[reader->at].found)
    reader->at++;
}

/* Whether the cue that is being read ends before the line at @at. */
static gboolean
ends_cue (CueReader *reader,
          guint      at)
{
  const char *line = reader->lines[at];

  if (*line == '\0' || reader->timings[at].found)
    return TRUE;

  /* The number of the next cue where no empty line precedes it. */
  return reader->timings[at + 1].found && is_number (line);
}

/* A minute or second beyond 59, which the standard forbids and some programs write. */
static gboolean
has_odd_field (const char *timing)
{
  gsize length = strspn (timing, "0123456789:.,-> \t");
  const char *p;

  for (p = memchr (timing, ':', length); p != NULL && (gsize) (p - timing) < length;
       p = strchr (p + 1, ':'))
    {
      if (p[1] >= '6' && p[1] <= '9' && g_ascii_isdigit (p[2]))
        return TRUE;
    }

  return FALSE;
}

static void
read_cue (CueReader  *reader,
          const char *id)
{
  GString *text = reader->text;
  gint64 start_ms = reader->timings[reader->at].start_ms;
  gint64 end_ms = reader->timings[reader->at].end_ms;
  guint line = ++reader->at;

  g_string_truncate (text, 0);
  if (has_odd_field (reader->lines[line - 1]))
    vsl_transcript_draft_warn (reader->draft, line, reader->lines[line - 1],
                               _("A minute or second of this time is more than 59; it was counted "
                                 "on."));
  if (end_ms < start_ms)
    {
      vsl_transcript_draft_warn (reader->draft, line, reader->lines[line - 1],
                                 _("The cue ends before it starts."));
      end_ms = start_ms;
    }
  while (reader->at < reader->n_lines && !ends_cue (reader, reader->at))
    {
      if (text->len > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, reader->lines[reader->at++]);
    }

  if (!vsl_text_is_blank (text->str))
    vsl_cue_text_add (reader->draft, text->str, id, line, start_ms, end_ms);
}

/**
 * vsl_transcript_cues_read:
 * @draft: the transcript that is being read
 * @lines: (array zero-terminated=1): the lines of the file, without their ends
 * @error: return location for an error
 *
 * Reads WebVTT, SRT or SBV. Lines that belong to no cue are reported as warnings.
 *
 * Returns: whether it could be read; there may be no cues
 */
gboolean
vsl_transcript_cues_read (VslTranscriptDraft  *draft,
                          char               **lines,
                          GError             **error)
{
  CueReader reader = { .draft = draft, .lines = lines, .n_lines = g_strv_length (lines) };
  g_autofree Timing *timings = NULL;
  g_autoptr(GString) text = g_string_new (NULL);
  const char *id = NULL;

  find_timings (&reader);
  timings = reader.timings;
  reader.text = text;

  if (reader.n_lines > 0 && g_str_has_prefix (lines[0], "WEBVTT"))
    skip_block (&reader);

  while (reader.at < reader.n_lines)
    {
      const char *line = lines[reader.at];
      gboolean before_timing = timings[reader.at + 1].found;

      if (timings[reader.at].found)
        {
          read_cue (&reader, id);
          id = NULL;
        }
      else if (*line == '\0')
        {
          reader.at++;
        }
      else if (before_timing)
        {
          id = line;
          reader.at++;
        }
      else if (is_comment_block (&reader))
        {
          skip_block (&reader);
        }
      else
        {
          if (!vsl_text_is_blank (line))
            vsl_transcript_draft_warn (draft, reader.at + 1, line,
                                       _("This line belongs to no cue and was left out."));
          reader.at++;
        }
    }

  vsl_rolling_captions_drop (draft);
  vsl_transcript_labels_find (draft);

  return TRUE;
}
