/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-debate"

#include "config.h"

#include "debate/vsl-transcript-tables.h"

#include "core/vsl-json.h"
#include "debate/vsl-transcript-error.h"
#include "debate/vsl-transcript-labels.h"

#include <glib/gi18n.h>

/* The two tables that Whisper and its relatives write: tab-separated lines, and JSON. */

/**
 * vsl_transcript_tsv_read:
 * @draft: the transcript that is being read
 * @lines: (array zero-terminated=1): the lines of the file
 * @error: return location for an error
 *
 * Reads `start⇥end⇥text` in ms, with or without the line of headings; a fourth column before the text
 * is the speaker.
 *
 * Returns: whether it could be read
 */
gboolean
vsl_transcript_tsv_read (VslTranscriptDraft  *draft,
                         char               **lines,
                         GError             **error)
{
  guint i;

  for (i = 0; lines[i] != NULL; i++)
    {
      g_auto(GStrv) cells = NULL;
      guint64 start, end;
      guint n_cells;
      VslStretch *stretch;

      if (*lines[i] == '\0' || (i == 0 && g_str_has_prefix (lines[i], "start\t")))
        continue;

      cells = g_strsplit (lines[i], "\t", 4);
      n_cells = g_strv_length (cells);
      if (n_cells < 3 ||
          !g_ascii_string_to_unsigned (cells[0], 10, 0, G_MAXINT64, &start, NULL) ||
          !g_ascii_string_to_unsigned (cells[1], 10, 0, G_MAXINT64, &end, NULL))
        {
          g_set_error (error, VSL_TRANSCRIPT_ERROR, VSL_TRANSCRIPT_ERROR_MALFORMED,
                       _("Line %u should hold a start and an end in milliseconds and a text, with "
                         "tabs between them."),
                       i + 1);
          return FALSE;
        }

      stretch = vsl_transcript_draft_add (draft, i + 1, (gint64) start, (gint64) end);
      g_string_assign (stretch->text, cells[n_cells - 1]);
      if (n_cells == 4 && *cells[2] != '\0')
        vsl_stretch_take_speaker (stretch, g_strdup (cells[2]));
    }

  vsl_transcript_labels_find (draft);

  return TRUE;
}

/* Seconds as an integer or with a fraction; no other type. */
static gboolean
as_seconds (JsonNode *node,
            gint64   *ms)
{
  double seconds;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) ||
      (json_node_get_value_type (node) != G_TYPE_DOUBLE &&
       json_node_get_value_type (node) != G_TYPE_INT64))
    return FALSE;

  seconds = json_node_get_double (node);
  if (!(seconds >= 0 && seconds < 1e9))
    return FALSE;

  *ms = (gint64) (seconds * 1000 + 0.5);
  return TRUE;
}

/* whisper.cpp: `{"offsets": {"from", "to"}, "text"}`, times in ms. */
static gboolean
read_offsets (JsonObject *segment,
              gint64     *start,
              gint64     *end)
{
  JsonObject *offsets = vsl_json_has (segment, "offsets")
                        ? vsl_json_get_object (segment, "offsets", NULL) : NULL;

  return offsets != NULL && vsl_json_get_int (offsets, "from", 0, G_MAXINT32, start, NULL) &&
         vsl_json_get_int (offsets, "to", 0, G_MAXINT32, end, NULL);
}

/* Transformers write `"timestamp": [start, end]`, in seconds, the last end often null. */
static gboolean
read_timestamp (JsonObject *segment,
                gint64     *start,
                gint64     *end)
{
  JsonArray *pair = vsl_json_has (segment, "timestamp")
                    ? vsl_json_get_array (segment, "timestamp", NULL) : NULL;

  if (pair == NULL || json_array_get_length (pair) != 2 ||
      !as_seconds (json_array_get_element (pair, 0), start))
    return FALSE;
  as_seconds (json_array_get_element (pair, 1), end);

  return TRUE;
}

static gboolean
read_segment (VslTranscriptDraft  *draft,
              JsonNode            *node,
              guint                index,
              GError             **error)
{
  g_autoptr(GError) cause = NULL;
  JsonObject *segment = vsl_json_as_object (node, &cause);
  const char *text = segment != NULL ? vsl_json_get_string (segment, "text", &cause) : NULL;
  gint64 start = VSL_TIME_UNKNOWN, end = VSL_TIME_UNKNOWN;
  VslStretch *stretch;

  if (text == NULL)
    {
      g_set_error (error, VSL_TRANSCRIPT_ERROR, VSL_TRANSCRIPT_ERROR_MALFORMED,
                   /* Translators: the number of a segment, then what is wrong with it */
                   _("Segment %u of the JSON cannot be read. %s"), index + 1, cause->message);
      return FALSE;
    }

  if (!read_offsets (segment, &start, &end) && !read_timestamp (segment, &start, &end) &&
      (!as_seconds (json_object_get_member (segment, "start"), &start) ||
       !as_seconds (json_object_get_member (segment, "end"), &end)))
    vsl_transcript_draft_warn (draft, 1, text, _("A segment has no times."));
  stretch = vsl_transcript_draft_add (draft, index + 1, start, end);
  g_string_assign (stretch->text, text);
  if (vsl_json_has (segment, "speaker"))
    vsl_stretch_take_speaker (stretch,
                              g_strdup (vsl_json_get_string (segment, "speaker", NULL)));

  return TRUE;
}

/* The list of segments, by the names that programs give it; some write the list alone. */
static JsonArray *
find_segments (JsonNode  *root,
               GError   **error)
{
  static const char *const names[] = { "transcription", "chunks", "segments" };
  JsonObject *object;
  guint i;

  if (JSON_NODE_HOLDS_ARRAY (root))
    return vsl_json_as_array (root, error);

  object = vsl_json_as_object (root, error);
  if (object == NULL)
    return NULL;
  for (i = 0; i + 1 < G_N_ELEMENTS (names); i++)
    {
      if (vsl_json_has (object, names[i]))
        return vsl_json_get_array (object, names[i], error);
    }

  return vsl_json_get_array (object, names[i], error);
}

/**
 * vsl_transcript_json_read:
 * @draft: the transcript that is being read
 * @bytes: the file
 * @error: return location for an error
 *
 * Reads `{"segments": [{"start", "end", "text", "speaker"?}]}` of Whisper and whisperX, times in
 * seconds, that list alone, `{"transcription": [{"offsets", "text"}]}` of whisper.cpp, and
 * `{"chunks": [{"timestamp", "text"}]}` of Transformers.
 *
 * Returns: whether it could be read
 */
gboolean
vsl_transcript_json_read (VslTranscriptDraft  *draft,
                          GBytes              *bytes,
                          GError             **error)
{
  g_autoptr(JsonNode) root = NULL;
  g_autoptr(GError) cause = NULL;
  JsonArray *segments;
  guint i;

  root = vsl_json_parse (bytes, 0, &cause);
  segments = root != NULL ? find_segments (root, &cause) : NULL;
  if (segments == NULL)
    {
      g_set_error_literal (error, VSL_TRANSCRIPT_ERROR, VSL_TRANSCRIPT_ERROR_MALFORMED,
                           cause->message);
      return FALSE;
    }

  for (i = 0; i < json_array_get_length (segments); i++)
    {
      if (!read_segment (draft, json_array_get_element (segments, i), i, error))
        return FALSE;
    }

  vsl_transcript_labels_find (draft);

  return TRUE;
}
