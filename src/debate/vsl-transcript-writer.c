/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-debate"

#include "debate/vsl-transcript-writer.h"

#include "core/vsl-text.h"
#include "debate/vsl-tei-writer.h"
#include "debate/vsl-transcript-time.h"

#include <string.h>

static const char *const format_names[VSL_N_TRANSCRIPT_FORMATS] = { "vtt", "srt", "tei", "markdown",
                                                                    "text" };

/* Where nobody noted a time, a subtitle still needs one: this long for each word. */
#define WORD_MS 400

typedef struct
{
  GString *out;
  const char *title;
  gint64 clock_ms; /* the end of the last utterance */
} Writer;

/**
 * vsl_transcript_format_from_name:
 * @name: (nullable): a name
 * @format: (out): the format of that name
 *
 * Returns: whether it is the name of a format that can be written
 */
gboolean
vsl_transcript_format_from_name (const char          *name,
                                 VslTranscriptFormat *format)
{
  guint i;

  for (i = 0; i < VSL_N_TRANSCRIPT_FORMATS; i++)
    {
      if (g_strcmp0 (name, format_names[i]) == 0)
        {
          *format = (VslTranscriptFormat) i;
          return TRUE;
        }
    }

  return FALSE;
}

/* Text of a cue: an arrow and an empty line would end it. */
static char *
escape_cue (const char *text)
{
  g_autofree char *line = vsl_text_collapse_spaces (text);
  g_auto(GStrv) ampersands = g_strsplit (line, "&", -1);
  g_autofree char *a = g_strjoinv ("&amp;", ampersands);
  g_auto(GStrv) less = g_strsplit (a, "<", -1);
  g_autofree char *b = g_strjoinv ("&lt;", less);
  g_auto(GStrv) greater = g_strsplit (b, ">", -1);

  return g_strjoinv ("&gt;", greater);
}

static void
get_times (Writer       *writer,
           VslUtterance *utterance,
           gint64       *start,
           gint64       *end)
{
  *start = vsl_utterance_get_start_ms (utterance);
  *end = vsl_utterance_get_end_ms (utterance);
  if (*start == VSL_TIME_UNKNOWN)
    *start = writer->clock_ms;
  if (*end == VSL_TIME_UNKNOWN || *end < *start)
    *end = *start + WORD_MS * (gint64) vsl_text_count_words (vsl_utterance_get_text (utterance));
  writer->clock_ms = *end;
}

static void
write_vtt (Writer        *writer,
           VslTranscript *transcript)
{
  guint i;

  g_string_append (writer->out, "WEBVTT\n\n");
  if (writer->title != NULL && *writer->title != '\0')
    {
      g_autofree char *title = escape_cue (writer->title);

      g_string_append_printf (writer->out, "NOTE %s\n\n", title);
    }
  for (i = 0; i < vsl_transcript_get_n_utterances (transcript); i++)
    {
      VslUtterance *utterance = vsl_transcript_get_utterance (transcript, i);
      g_autofree char *text = escape_cue (vsl_utterance_get_text (utterance));
      g_autofree char *speaker = escape_cue (vsl_utterance_get_speaker (utterance));
      g_autofree char *from = NULL;
      g_autofree char *to = NULL;
      gint64 start, end;

      get_times (writer, utterance, &start, &end);
      from = vsl_transcript_time_format (start, '.');
      to = vsl_transcript_time_format (end, '.');
      g_string_append_printf (writer->out, "%s\n%s --> %s\n", vsl_utterance_get_id (utterance),
                              from, to);
      if (*speaker != '\0')
        g_string_append_printf (writer->out, "<v %s>%s</v>\n\n", speaker, text);
      else
        g_string_append_printf (writer->out, "%s\n\n", text);
    }
}

static void
write_srt (Writer        *writer,
           VslTranscript *transcript)
{
  guint i;

  for (i = 0; i < vsl_transcript_get_n_utterances (transcript); i++)
    {
      VslUtterance *utterance = vsl_transcript_get_utterance (transcript, i);
      g_autofree char *text = vsl_text_collapse_spaces (vsl_utterance_get_text (utterance));
      const char *speaker = vsl_utterance_get_speaker (utterance);
      g_autofree char *from = NULL;
      g_autofree char *to = NULL;
      gint64 start, end;

      get_times (writer, utterance, &start, &end);
      from = vsl_transcript_time_format (start, ',');
      to = vsl_transcript_time_format (end, ',');
      g_string_append_printf (writer->out, "%u\n%s --> %s\n%s%s%s\n\n", i + 1, from, to, speaker,
                              *speaker != '\0' ? ": " : "", text);
    }
}

static void
write_minutes (Writer        *writer,
               VslTranscript *transcript,
               const char    *emphasis)
{
  guint i;

  if (writer->title != NULL && *writer->title != '\0')
    g_string_append_printf (writer->out, "%s%s\n\n", *emphasis != '\0' ? "# " : "", writer->title);
  for (i = 0; i < vsl_transcript_get_n_utterances (transcript); i++)
    {
      VslUtterance *utterance = vsl_transcript_get_utterance (transcript, i);
      const char *speaker = vsl_utterance_get_speaker (utterance);
      gint64 start = vsl_utterance_get_start_ms (utterance);

      if (start != VSL_TIME_UNKNOWN)
        {
          g_autofree char *time = vsl_transcript_time_format (start, 0);

          g_string_append_printf (writer->out, "[%s] ", time);
        }
      if (*speaker != '\0')
        g_string_append_printf (writer->out, "%s%s:%s ", emphasis, speaker, emphasis);
      g_string_append_printf (writer->out, "%s\n\n", vsl_utterance_get_text (utterance));
    }
}

/**
 * vsl_transcript_write:
 * @transcript: a transcript
 * @format: what to write
 * @title: (nullable): the title of the debate
 * @language: the language that is spoken
 * @chair: (nullable): the name of the chair
 *
 * Writes a transcript. WebVTT is valid and carries the ids of the utterances, so that reading it
 * again gives the same transcript; TEI is as in ParlaMint. Any thread.
 *
 * Returns: (transfer full): the file, in UTF-8
 */
char *
vsl_transcript_write (VslTranscript       *transcript,
                      VslTranscriptFormat  format,
                      const char          *title,
                      const char          *language,
                      const char          *chair)
{
  g_autoptr(GString) out = g_string_new (NULL);
  Writer writer = { out, title, 0 };

  g_return_val_if_fail (VSL_IS_TRANSCRIPT (transcript), NULL);

  switch (format)
    {
    case VSL_TRANSCRIPT_VTT:
      write_vtt (&writer, transcript);
      break;
    case VSL_TRANSCRIPT_SRT:
      write_srt (&writer, transcript);
      break;
    case VSL_TRANSCRIPT_TEI:
      vsl_tei_writer_write (out, transcript, title, language, chair);
      break;
    case VSL_TRANSCRIPT_MARKDOWN:
      write_minutes (&writer, transcript, "**");
      break;
    case VSL_TRANSCRIPT_TEXT:
    case VSL_N_TRANSCRIPT_FORMATS:
    default:
      write_minutes (&writer, transcript, "");
      break;
    }

  return g_string_free (g_steal_pointer (&out), FALSE);
}
