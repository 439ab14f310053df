/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-debate"

#include "config.h"

#include "debate/vsl-transcript-reader.h"

#include "core/vsl-text.h"
#include "debate/vsl-transcript-cues.h"
#include "debate/vsl-transcript-docx.h"
#include "debate/vsl-transcript-minutes.h"
#include "debate/vsl-transcript-tables.h"
#include "debate/vsl-transcript-tei.h"
#include "debate/vsl-transcript-time.h"
#include "debate/vsl-zip.h"

#include <glib/gi18n.h>
#include <string.h>

/*
 * One tolerant reader for everything that meeting programs write. A file is read by what stands in
 * it; its name only decides where the content leaves a choice.
 */

/* A day of speech is about 1 MB; what is larger is something else. */
#define MAX_BYTES (50 * 1024 * 1024)
/* A line is what somebody says in one breath, or a paragraph of minutes. */
#define MAX_LINE_BYTES (256 * 1024)

static const char *const formats[] = { "vtt",  "srt", "sbv",     "tsv",  "json",
                                       "docx", "tei", "minutes", "text", NULL };

/**
 * vsl_transcript_reader_get_formats:
 *
 * Returns: (transfer none): the names that vsl_transcript_read() takes as a format, besides `auto`
 */
const char * const *
vsl_transcript_reader_get_formats (void)
{
  return formats;
}

/* Splits @text at CRLF, CR or LF, in place: an hour of captions has tens of thousands of lines. */
static char **
split_lines (char    *text,
             GError **error)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new ();
  char *p = text;

  while (*p != '\0')
    {
      char *end = p + strcspn (p, "\r\n");
      char *next = end;

      if (end - p > MAX_LINE_BYTES)
        {
          g_set_error (error, VSL_TRANSCRIPT_ERROR, VSL_TRANSCRIPT_ERROR_MALFORMED,
                       _("Line %u is longer than anybody speaks; this is not a transcript, or its "
                         "line breaks are lost."),
                       lines->len + 1);
          return NULL;
        }
      if (next[0] == '\r' && next[1] == '\n')
        next++;
      if (*next != '\0')
        next++;
      *end = '\0';
      g_ptr_array_add (lines, p);
      p = next;
    }
  g_ptr_array_add (lines, NULL);

  return (char **) g_ptr_array_steal (lines, NULL);
}

static gboolean
holds_timing_line (char **lines)
{
  gint64 start, end;
  guint i;

  for (i = 0; lines[i] != NULL; i++)
    {
      if (vsl_transcript_time_scan_range (lines[i], &start, &end))
        return TRUE;
    }

  return FALSE;
}

static gboolean
looks_like_tsv (const char *line)
{
  gsize first = strspn (line, "0123456789");
  gsize second;

  if (g_str_has_prefix (line, "start\tend\t"))
    return TRUE;
  if (first == 0 || line[first] != '\t')
    return FALSE;

  second = strspn (line + first + 1, "0123456789");

  return second > 0 && line[first + 1 + second] == '\t';
}

/* In Teams' older document the timing stands in cells and paragraphs, without cues. */
static gboolean
is_cue_file (char       **lines,
             const char  *name)
{
  if (name != NULL && (g_str_has_suffix (name, ".vtt") || g_str_has_suffix (name, ".srt") ||
                       g_str_has_suffix (name, ".sbv")))
    return TRUE;

  return (lines[0] != NULL && g_str_has_prefix (lines[0], "WEBVTT")) || holds_timing_line (lines);
}

static const char *
name_cue_format (char       **lines,
                 const char  *name)
{
  guint i;

  if (lines[0] != NULL && g_str_has_prefix (lines[0], "WEBVTT"))
    return "vtt";
  if (name != NULL && g_str_has_suffix (name, ".vtt"))
    return "vtt";

  for (i = 0; lines[i] != NULL; i++)
    {
      gint64 start, end;

      if (vsl_transcript_time_scan_range (lines[i], &start, &end))
        return strstr (lines[i], "-->") == NULL ? "sbv" : strchr (lines[i], ',') ? "srt" : "vtt";
    }

  return "srt";
}

static const char *
guess_format (char       **lines,
              const char  *name)
{
  if (lines[0] != NULL && looks_like_tsv (lines[0]))
    return "tsv";
  if (is_cue_file (lines, name))
    return name_cue_format (lines, name);

  return "text";
}

/* WebVTT prescribes that a null byte reads as the replacement character; elsewhere it means that the
 * file is no text. */
static GBytes *
replace_null_bytes (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autoptr(GString) text = NULL;
  gsize i;

  if (size < 6 || g_strstr_len (data, MIN (size, 16), "WEBVTT") == NULL ||
      memchr (data, '\0', size) == NULL)
    return g_bytes_ref (bytes);

  text = g_string_sized_new (size);
  for (i = 0; i < size; i++)
    {
      if (data[i] == '\0')
        g_string_append_unichar (text, 0xFFFD);
      else
        g_string_append_c (text, data[i]);
    }

  return g_string_free_to_bytes (g_steal_pointer (&text));
}

/* What is no transcript as it is, but can be saved as one: told by how the file starts. */
static const struct
{
  const char *start;
  const char *name;
} foreign[] = {
  { "{\\rtf", "RTF" },
  { "%PDF-", "PDF" },
  { "\xD0\xCF\x11\xE0", "Word 97" },
  { "[Script Info]", "SubStation Alpha" },
  { "<tt ", "TTML" },
  { "<akomaNtoso", "Akoma Ntoso" },
  { "<!DOCTYPE html", "HTML" },
  { "<html", "HTML" },
};

static gboolean
refuse_foreign (GBytes  *bytes,
                GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *start = g_strndup (data != NULL ? data : "", MIN (size, 1024));
  const char *p = start;
  guint i;

  if (g_str_has_prefix (p, "\xEF\xBB\xBF"))
    p += 3;
  p += strspn (p, " \t\r\n");
  if (g_str_has_prefix (p, "<?xml") && strstr (p, "?>") != NULL)
    {
      p = strstr (p, "?>") + 2;
      p += strspn (p, " \t\r\n");
    }
  for (i = 0; i < G_N_ELEMENTS (foreign); i++)
    {
      if (g_ascii_strncasecmp (p, foreign[i].start, strlen (foreign[i].start)) == 0)
        {
          g_set_error (error, VSL_TRANSCRIPT_ERROR, VSL_TRANSCRIPT_ERROR_UNKNOWN_FORMAT,
                       /* Translators: the name of a format of files */
                       _("This is a file of the format %s, which is not read as a transcript. Save "
                         "it as WebVTT, as SRT, or as text with lines such as “Name: words”."),
                       foreign[i].name);
          return TRUE;
        }
    }

  return FALSE;
}

/* What a file can only be, whatever its lines: JSON and TEI may well stand on one long line. */
static const char *
guess_tree_format (const char *text,
                   const char *name)
{
  const char *start = text + strspn (text, " \t\r\n");

  if (*start == '{')
    return "json";
  if (*start == '[' &&
      (start[1 + strspn (start + 1, " \t\r\n")] == '{' ||
       (name != NULL && g_str_has_suffix (name, ".json"))))
    return "json";
  if (*start == '<' && (strstr (start, "<TEI") != NULL || strstr (start, ":TEI") != NULL))
    return "tei";

  return NULL;
}

static gboolean
read_text (VslTranscriptDraft  *draft,
           GBytes              *bytes,
           const char          *name,
           const char          *format,
           GError             **error)
{
  g_autoptr(GBytes) clean = replace_null_bytes (bytes);
  g_autofree char *text = NULL;
  g_autofree char **lines = NULL; /* of pieces of @text */

  if (refuse_foreign (bytes, error))
    return FALSE;
  text = vsl_text_decode (clean, MAX_BYTES, NULL, error);
  if (text == NULL)
    return FALSE;

  if (format == NULL)
    format = guess_tree_format (text, name);
  if (g_strcmp0 (format, "json") == 0 || g_strcmp0 (format, "tei") == 0)
    {
      g_autoptr(GBytes) decoded = g_bytes_new (text, strlen (text));

      vsl_transcript_draft_set_format (draft, format);
      return *format == 'j' ? vsl_transcript_json_read (draft, decoded, error)
                            : vsl_transcript_tei_read (draft, text, error);
    }

  lines = split_lines (text, error);
  if (lines == NULL)
    return FALSE;
  if (format == NULL)
    format = guess_format (lines, name);
  vsl_transcript_draft_set_format (draft, format);

  if (g_str_equal (format, "tsv"))
    return vsl_transcript_tsv_read (draft, lines, error);
  if (g_str_equal (format, "text") || g_str_equal (format, "minutes"))
    return vsl_transcript_minutes_read (draft, lines, error);

  return vsl_transcript_cues_read (draft, lines, error);
}

static gboolean
read_docx (VslTranscriptDraft  *draft,
           GBytes              *bytes,
           GError             **error)
{
  g_auto(GStrv) lines = vsl_transcript_docx_dup_lines (bytes, error);

  return lines != NULL && vsl_transcript_minutes_read (draft, lines, error);
}

static gboolean
check_format (const char  *format,
              GError     **error)
{
  g_autofree char *known = NULL;

  if (format == NULL || g_strv_contains (formats, format))
    return TRUE;

  known = g_strjoinv (", ", (char **) formats);
  g_set_error (error, VSL_TRANSCRIPT_ERROR, VSL_TRANSCRIPT_ERROR_UNKNOWN_FORMAT,
               _("“%s” is not a format of transcripts. Known are: auto, %s."), format, known);

  return FALSE;
}

/**
 * vsl_transcript_read:
 * @bytes: a file
 * @name: (nullable): its name, for where the content leaves a choice
 * @format: (nullable): one of vsl_transcript_reader_get_formats(), or %NULL or `auto` to find out
 * @known_speakers: (nullable): names of participants, which may stand before a colon
 * @error: return location for an error
 *
 * Reads a transcript. What was passed over or put right on the way is in its warnings, by line. Any
 * thread.
 *
 * Returns: (transfer full): a transcript with at least one utterance, or %NULL with a
 *   #VslTranscriptError or a #VslTextError
 */
VslTranscript *
vsl_transcript_read (GBytes              *bytes,
                     const char          *name,
                     const char          *format,
                     const char * const  *known_speakers,
                     GError             **error)
{
  g_autoptr(VslTranscriptDraft) draft = NULL;
  g_autoptr(VslTranscript) transcript = NULL;
  gboolean done;

  g_return_val_if_fail (bytes != NULL, NULL);

  if (g_strcmp0 (format, "auto") == 0)
    format = NULL;
  if (!check_format (format, error))
    return NULL;
  if (g_bytes_get_size (bytes) > MAX_BYTES)
    {
      g_autofree char *actual = g_format_size (g_bytes_get_size (bytes));

      g_set_error (error, VSL_TRANSCRIPT_ERROR, VSL_TRANSCRIPT_ERROR_TOO_LARGE,
                   _("The file is too large for a transcript: %s."), actual);
      return NULL;
    }

  draft = vsl_transcript_draft_new (format != NULL ? format : "docx", known_speakers);
  if (vsl_zip_is_zip (bytes) || g_strcmp0 (format, "docx") == 0)
    done = read_docx (draft, bytes, error);
  else
    done = read_text (draft, bytes, name, format, error);
  if (!done)
    return NULL;

  transcript = vsl_transcript_draft_finish (draft);
  if (vsl_transcript_get_n_utterances (transcript) == 0)
    {
      g_set_error_literal (error, VSL_TRANSCRIPT_ERROR, VSL_TRANSCRIPT_ERROR_EMPTY,
                           _("Nobody says anything in this file: it holds no cues."));
      return NULL;
    }

  return g_steal_pointer (&transcript);
}
