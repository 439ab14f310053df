/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-debate"

#include "config.h"

#include "debate/vsl-transcript-docx.h"

#include "debate/vsl-transcript-error.h"
#include "debate/vsl-zip.h"

#include <glib/gi18n.h>
#include <string.h>

/*
 * The paragraphs of a .docx as lines: all that the transcripts of Teams and Google Meet need. GMarkup
 * expands no entities but the five of XML.
 */

#define MAX_DOCUMENT_BYTES (64 * 1024 * 1024)
#define MAX_DEPTH 128

typedef struct
{
  GPtrArray *lines; /* (owned) of char * */
  GString *line;    /* (owned) */
  guint depth;
  gboolean in_text;
} DocxReader;

static void
end_line (DocxReader *reader)
{
  g_ptr_array_add (reader->lines, g_strdup (reader->line->str));
  g_string_truncate (reader->line, 0);
}

static void
start_element_cb (GMarkupParseContext  *context,
                  const char           *element,
                  const char          **names,
                  const char          **values,
                  gpointer              user_data,
                  GError              **error)
{
  DocxReader *reader = user_data;

  if (++reader->depth > MAX_DEPTH)
    g_set_error_literal (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT,
                         _("The elements are nested too deeply."));
  else if (g_str_equal (element, "w:t"))
    reader->in_text = TRUE;
  else if (g_str_equal (element, "w:tab"))
    g_string_append_c (reader->line, '\t');
  else if (g_str_equal (element, "w:br") || g_str_equal (element, "w:cr"))
    end_line (reader);
}

static void
end_element_cb (GMarkupParseContext  *context,
                const char           *element,
                gpointer              user_data,
                GError              **error)
{
  DocxReader *reader = user_data;

  reader->depth--;
  if (g_str_equal (element, "w:t"))
    reader->in_text = FALSE;
  else if (g_str_equal (element, "w:p"))
    end_line (reader);
}

static void
text_cb (GMarkupParseContext  *context,
         const char           *text,
         gsize                 length,
         gpointer              user_data,
         GError              **error)
{
  DocxReader *reader = user_data;

  if (reader->in_text)
    g_string_append_len (reader->line, text, length);
}

/**
 * vsl_transcript_docx_dup_lines:
 * @archive: a .docx file
 * @error: return location for an error
 *
 * Returns: (transfer full): its paragraphs and the lines that are broken within them, or %NULL with
 *   a #VslTranscriptError
 */
char **
vsl_transcript_docx_dup_lines (GBytes  *archive,
                               GError **error)
{
  static const GMarkupParser parser = { start_element_cb, end_element_cb, text_cb, NULL, NULL };
  g_autoptr(GBytes) document = NULL;
  g_autoptr(GMarkupParseContext) context = NULL;
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GString) line = g_string_new (NULL);
  g_autoptr(GError) cause = NULL;
  DocxReader reader = { lines, line, 0, FALSE };
  gconstpointer data;
  gsize size;

  document = vsl_zip_read_member (archive, "word/document.xml", MAX_DOCUMENT_BYTES, error);
  if (document == NULL)
    return NULL;

  data = g_bytes_get_data (document, &size);
  context = g_markup_parse_context_new (&parser, 0, &reader, NULL);
  if (!g_markup_parse_context_parse (context, data, size, &cause) ||
      !g_markup_parse_context_end_parse (context, &cause))
    {
      g_set_error (error, VSL_TRANSCRIPT_ERROR, VSL_TRANSCRIPT_ERROR_MALFORMED,
                   _("The document cannot be read. %s"), cause->message);
      return NULL;
    }

  g_ptr_array_add (lines, NULL);
  g_ptr_array_set_free_func (lines, NULL);

  return (char **) g_ptr_array_steal (lines, NULL);
}
