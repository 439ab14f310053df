/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-debate"

#include "config.h"

#include "debate/vsl-transcript-minutes.h"

#include "core/vsl-text.h"
#include "debate/vsl-chat-line.h"
#include "debate/vsl-speaker-label.h"
#include "debate/vsl-transcript-error.h"
#include "debate/vsl-transcript-time.h"

#include <glib/gi18n.h>
#include <string.h>

/*
 * Transcripts as running text: saved captions and chat of Zoom, documents of Google Meet and Teams,
 * council minutes, and what people type themselves. Every line is one of a few things (a time, a
 * head that names the speaker, words); which program wrote the file follows from the heads.
 */

/* Where at least this share of the lines opens with a label, every label is a speaker. */
#define LABELLED_SHARE 0.6

typedef struct
{
  VslTranscriptDraft *draft;
  GHashTable *labels; /* label → how often it opens a line */
  gboolean labelled;  /* nearly every line opens with one */
  gboolean attendees; /* the next words are the list of who was there */
  gboolean in_private; /* the next words are for one person */
  VslStretch *open;   /* where the next words go */
  gint64 time_ms;     /* of the last time line */
  gint64 clock_start; /* the first time of day, for formats that write those */
  const char *format;
} MinutesReader;

static const char *
skip_space (const char *text)
{
  while (*text == ' ' || *text == '\t')
    text++;

  return text;
}

static void
start_turn (MinutesReader *reader,
            guint          line,
            gint64         start_ms,
            char          *speaker,
            const char    *words)
{
  reader->in_private = FALSE;
  reader->open = vsl_transcript_draft_add (reader->draft, line, start_ms, VSL_TIME_UNKNOWN);
  vsl_stretch_take_speaker (reader->open, speaker);
  g_string_assign (reader->open->text, words);
}

/* `00:05:00`, `[00:05:00]`: the time of what follows. */
static gboolean
read_time_line (MinutesReader *reader,
                const char    *text)
{
  const char *p = text + (*text == '[' || *text == '(');
  gint64 ms;

  if (!vsl_transcript_time_scan (&p, &ms))
    return FALSE;
  if (*p == ']' || *p == ')')
    p++;
  if (*skip_space (p) != '\0')
    return FALSE;

  reader->time_ms = ms;
  reader->open = NULL;
  return TRUE;
}

/* A time of day, counted from the first one in the file. */
static gint64
measure_from_first (MinutesReader *reader,
                    gint64         clock_ms)
{
  if (reader->clock_start == VSL_TIME_UNKNOWN)
    reader->clock_start = clock_ms;
  if (clock_ms < reader->clock_start) /* past midnight */
    clock_ms += G_GINT64_CONSTANT (24) * 60 * 60 * 1000;

  return clock_ms - reader->clock_start;
}

/* ` AM` and ` PM` behind a time of day. */
static const char *
skip_half_day (const char *text,
               gint64     *ms)
{
  const gint64 half = G_GINT64_CONSTANT (12) * 60 * 60 * 1000;
  const char *p = skip_space (text);

  if (g_ascii_strncasecmp (p, "AM", 2) == 0 && !g_ascii_isalnum (p[2]))
    *ms -= *ms >= half ? half : 0;
  else if (g_ascii_strncasecmp (p, "PM", 2) == 0 && !g_ascii_isalnum (p[2]))
    *ms += *ms < half ? half : 0;
  else
    return text;

  return p + 2;
}

/* Zoom's saved captions: `[Name] 14:03:22`, a time of day. */
static gboolean
read_caption_head (MinutesReader *reader,
                   const char    *text,
                   guint          line)
{
  const char *close = *text == '[' ? strchr (text, ']') : NULL;
  const char *p;
  gint64 ms;

  if (close == NULL)
    return FALSE;
  p = skip_space (close + 1);
  if (!vsl_transcript_time_scan (&p, &ms))
    return FALSE;
  p = skip_half_day (p, &ms);
  if (*skip_space (p) != '\0')
    return FALSE;

  start_turn (reader, line, measure_from_first (reader, ms),
              g_strndup (text + 1, close - text - 1), "");
  reader->format = "zoom-captions";
  return TRUE;
}

/* Zoom's chat, in each of its forms. What was sent to one person was not said in the debate. */
static gboolean
read_chat_line (MinutesReader *reader,
                const char    *text,
                guint          line)
{
  g_auto(VslChatLine) chat = { 0 };

  if (!vsl_chat_line_parse (text, &chat))
    return FALSE;

  reader->format = "zoom-chat";
  if (chat.is_private)
    {
      vsl_transcript_draft_warn (reader->draft, line, text,
                                 _("This was sent to one person only, so it was left out."));
      reader->open = NULL;
      reader->in_private = TRUE;
      return TRUE;
    }

  start_turn (reader, line, chat.is_clock ? measure_from_first (reader, chat.ms) : chat.ms,
              g_steal_pointer (&chat.speaker), chat.words);
  return TRUE;
}

/* Teams' document: `Name   0:03` on a line of its own, with wide space before the time. */
static gboolean
read_document_head (MinutesReader *reader,
                    const char    *text,
                    guint          line)
{
  const char *p = text + strlen (text);
  const char *time;
  g_autofree char *name = NULL;
  gint64 ms;

  while (p > text && (g_ascii_isdigit (p[-1]) || p[-1] == ':'))
    p--;
  time = p;
  if (p - text < 3 || !vsl_transcript_time_scan (&time, &ms) || *time != '\0')
    return FALSE;

  name = g_strndup (text, p - text);
  if (!g_str_has_suffix (name, "  ") && !g_str_has_suffix (name, "\t") &&
      !g_str_has_suffix (name, "\u00a0"))
    return FALSE;
  g_strstrip (name);
  if (*name == '\0' || strchr (name, ':') != NULL || vsl_text_count_words (name) > 8)
    return FALSE;

  start_turn (reader, line, ms, vsl_text_collapse_spaces (name), "");
  reader->format = "teams";
  return TRUE;
}

/* The older document of Teams: a range of times, then the name, then the words. */
static gboolean
read_range (MinutesReader  *reader,
            char          **lines,
            guint          *at)
{
  gint64 start, end;

  if (!vsl_transcript_time_scan_range (lines[*at], &start, &end) || lines[*at + 1] == NULL)
    return FALSE;

  start_turn (reader, *at + 1, start, vsl_text_collapse_spaces (lines[*at + 1]), "");
  reader->open->end_ms = end;
  reader->format = "teams";
  *at += 1;
  return TRUE;
}

/* What stands before a colon is a speaker or the start of a sentence (`The point is: …`). */
static gboolean
is_speaker (MinutesReader *reader,
            const char    *label,
            gboolean       alone)
{
  return alone || reader->labelled ||
         GPOINTER_TO_UINT (g_hash_table_lookup (reader->labels, label)) > 1 ||
         vsl_transcript_draft_knows_speaker (reader->draft, label) ||
         vsl_speaker_label_is_certain (label);
}

/* `Name (00:03): words`, `**Name** [0:00:03]`: the time behind the name, in brackets. */
static gboolean
read_name_and_time (MinutesReader *reader,
                    const char    *text,
                    guint          line)
{
  const char *open = strpbrk (text, "([");
  const char *p = open != NULL ? open + 1 : NULL;
  g_autofree char *name = NULL;
  g_autofree char *before = NULL;
  g_autofree char *label = NULL;
  gsize skip;
  gint64 ms;

  if (p == NULL || open == text || !vsl_transcript_time_scan (&p, &ms) || (*p != ')' && *p != ']'))
    return FALSE;
  p = p + 1 + strspn (p + 1, "*");
  if (*p != ':' && *p != '\0')
    return FALSE;

  before = g_strndup (text, open - text);
  g_strstrip (before);
  name = g_strconcat (before, ":", NULL);
  label = vsl_speaker_label_measure (name, &skip);
  if (label == NULL || name[skip] != '\0')
    return FALSE;

  p += strspn (p, ":*");
  start_turn (reader, line, ms, g_steal_pointer (&label), skip_space (p));
  return TRUE;
}

/* A name on one line, and a time alone on the next. */
static gboolean
read_name_above (MinutesReader  *reader,
                 char          **lines,
                 guint          *at)
{
  g_autofree char *name = vsl_text_collapse_spaces (lines[*at]);
  const char *p = lines[*at + 1] != NULL ? skip_space (lines[*at + 1]) : "";
  gint64 ms;

  if (!vsl_transcript_time_scan (&p, &ms) || *skip_space (p) != '\0' ||
      strpbrk (name, ":,;?!\"") != NULL || g_str_has_suffix (name, ".") ||
      !vsl_speaker_label_is_certain (name))
    return FALSE;

  start_turn (reader, *at + 1, ms, g_steal_pointer (&name), "");
  *at += 1;
  return TRUE;
}

/* `Name: words`, after a time in brackets or without one. */
static gboolean
read_named_line (MinutesReader *reader,
                 const char    *text,
                 guint          line)
{
  const char *p = text;
  gint64 ms = reader->time_ms;
  gsize skip;
  g_autofree char *label = NULL;
  gboolean office;

  if (*p == '[' || *p == '(' || g_ascii_isdigit (*p))
    {
      const char *inside = p + !g_ascii_isdigit (*p);

      if (vsl_transcript_time_scan (&inside, &ms))
        p = skip_space (inside + (*inside == ']' || *inside == ')'));
    }

  label = vsl_speaker_label_measure (p, &skip);
  if (label == NULL)
    return FALSE;
  /* A label with a time before it, or with nothing behind it, opens a turn. */
  if (!is_speaker (reader, label, p != text || p[skip] == '\0'))
    return FALSE;
  office = g_str_has_prefix (label, "De ") || g_str_has_prefix (label, "Mevrouw ");

  if (office && reader->format == NULL)
    reader->format = "minutes";
  start_turn (reader, line, ms, g_steal_pointer (&label), p + skip);
  return TRUE;
}

static void
count_label (MinutesReader *reader,
             char          *label)
{
  guint count = GPOINTER_TO_UINT (g_hash_table_lookup (reader->labels, label));

  g_hash_table_replace (reader->labels, label, GUINT_TO_POINTER (count + 1));
}

/* Google Meet's list of who was there: each of them may speak, and nobody says the list. */
static gboolean
read_attendees (MinutesReader *reader,
                const char    *text)
{
  g_auto(GStrv) names = NULL;
  guint i;

  if (g_str_equal (text, "Attendees") || g_str_equal (text, "Deelnemers"))
    {
      reader->attendees = TRUE;
      return TRUE;
    }
  if (!reader->attendees)
    return FALSE;

  reader->attendees = FALSE;
  names = g_strsplit (text, ",", -1);
  for (i = 0; names[i] != NULL; i++)
    {
      count_label (reader, vsl_text_collapse_spaces (names[i]));
      count_label (reader, vsl_text_collapse_spaces (names[i]));
    }

  return TRUE;
}

/* What Google Meet and Teams put around the words. */
static gboolean
is_boilerplate (const char *text)
{
  static const char *const starts[] = {
    "Transcription ended after", "Meeting ended after", "This editable transcript was",
    "Transcript", "Transcriptie", "Transcribed by https://", "De vergadering is beëindigd na", "Deze bewerkbare transcriptie",
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      if (g_str_has_prefix (text, starts[i]))
        return TRUE;
    }

  return strstr (text, " started transcription") != NULL ||
         strstr (text, " stopped transcription") != NULL ||
         g_str_has_suffix (text, " heeft de transcriptie gestart") ||
         g_str_has_suffix (text, " heeft de transcriptie gestopt");
}

/* What a reporter notes between the speeches: `(Geroffel op de bankjes)`, and how the session goes. */
static gboolean
is_note (const char *text)
{
  static const char *const starts[] = {
    "De vergadering wordt ", "De beraadslaging wordt ", "De algemene beraadslaging wordt ",
    "Daartoe wordt besloten", "Overeenkomstig het voorstel van de voorzitter wordt ",
    "The meeting was adjourned", "The meeting was resumed", "The sitting was suspended",
  };
  gsize length = strlen (text);
  guint i;

  if (*text == '(' && strchr (text, ')') == text + length - 1)
    return TRUE;
  for (i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      if (g_str_has_prefix (text, starts[i]))
        return TRUE;
    }

  return FALSE;
}

static void
count_labels (MinutesReader  *reader,
              char          **lines)
{
  guint i, n_labels = 0, n_lines = 0; /* without the heads that stand alone */

  for (i = 0; lines[i] != NULL; i++)
    {
      const char *text = skip_space (lines[i]);
      gsize skip = 0;
      char *label = vsl_speaker_label_measure (text, &skip);

      if (*text != '\0' && (label == NULL || text[skip] != '\0'))
        n_lines++;
      if (label == NULL)
        continue;
      n_labels += text[skip] != '\0';
      count_label (reader, label);
    }

  reader->labelled = n_labels > 2 && n_labels >= LABELLED_SHARE * n_lines;
}

static void
read_words (MinutesReader *reader,
            const char    *text,
            guint          line)
{
  if (is_boilerplate (text))
    {
      reader->open = NULL;
    }
  else if (reader->in_private)
    {
      return;
    }
  else if (vsl_chat_line_is_reply_head (text) && g_strcmp0 (reader->format, "zoom-chat") == 0)
    {
      return;
    }
  else if (reader->open != NULL && !is_note (text))
    {
      g_string_append_printf (reader->open->text, "%s%s", reader->open->text->len > 0 ? " " : "",
                              text);
    }
  else
    {
      vsl_transcript_draft_warn (reader->draft, line, text,
                                 _("Nobody says this line, so it was left out."));
    }
}

/* Who speaks until the next one starts; no program of these writes when a turn ends. */
static void
close_turns (VslTranscriptDraft *draft,
             VslStretch         *stretch,
             VslStretch         *next)
{
  if (stretch->end_ms == VSL_TIME_UNKNOWN && stretch->start_ms != VSL_TIME_UNKNOWN &&
      next != NULL && next->start_ms > stretch->start_ms)
    stretch->end_ms = next->start_ms;
}

/**
 * vsl_transcript_minutes_read:
 * @draft: the transcript that is being read
 * @lines: (array zero-terminated=1): the lines of the file, without their ends
 * @error: return location for an error
 *
 * Reads a transcript in running text. Words before the first speaker (a title, the list of who was
 * there) are reported as warnings.
 *
 * Returns: whether it could be read; %VSL_TRANSCRIPT_ERROR_EMPTY when nobody is named in it
 */
gboolean
vsl_transcript_minutes_read (VslTranscriptDraft  *draft,
                             char               **lines,
                             GError             **error)
{
  g_autoptr(GHashTable) labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  MinutesReader reader = { .draft = draft, .labels = labels, .time_ms = VSL_TIME_UNKNOWN,
                           .clock_start = VSL_TIME_UNKNOWN };
  VslStretch *previous = NULL;
  guint i;

  count_labels (&reader, lines);
  for (i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *text = g_strdup (lines[i]);

      g_strstrip (text);
      if (vsl_text_is_blank (text))
        continue;
      if (!read_range (&reader, lines, &i) && !read_caption_head (&reader, text, i + 1) &&
          !read_chat_line (&reader, text, i + 1) && !read_name_above (&reader, lines, &i) &&
          !read_time_line (&reader, text) && !read_attendees (&reader, text) &&
          !read_document_head (&reader, text, i + 1) &&
          !read_name_and_time (&reader, text, i + 1) &&
          (is_boilerplate (text) || !read_named_line (&reader, text, i + 1)))
        read_words (&reader, text, i + 1);
      if (reader.open != NULL && reader.open != previous)
        {
          if (previous != NULL)
            close_turns (draft, previous, reader.open);
          previous = reader.open;
        }
    }

  if (vsl_transcript_draft_get_length (draft) == 0)
    {
      g_set_error_literal (error, VSL_TRANSCRIPT_ERROR, VSL_TRANSCRIPT_ERROR_EMPTY,
                           _("Nobody is named as a speaker in this file. A transcript needs lines "
                             "such as “Name: words”; export it with the names of the speakers."));
      return FALSE;
    }
  if (reader.format != NULL)
    vsl_transcript_draft_set_format (draft, reader.format);

  return TRUE;
}
