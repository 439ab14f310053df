/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-exchange"

#include "exchange/vsl-body-text.h"

#include "exchange/vsl-label.h"
#include "exchange/vsl-plain-escape.h"

#include <string.h>

/* Adds one line, or what stands in it from the byte @offset on, with the backslashes it needs. */
static void
add_line (VslFieldText        *body,
          const VslSourceLine *line,
          guint                number,
          gsize                offset,
          gboolean             first_line)
{
  const char *text = line->text + offset;
  guint column = line->column + (guint) g_utf8_strlen (line->text, offset);
  gsize from = 0;

  for (;;)
    {
      gsize next = vsl_plain_next_escape (text, from, first_line);

      vsl_field_text_add (body, text + from, next - from, number, column);
      column += (guint) g_utf8_strlen (text + from, next - from);
      if (text[next] == '\0')
        return;
      vsl_field_text_insert (body, "\\");
      vsl_field_text_add (body, text + next, 1, number, column++);
      from = next + 1;
    }
}

static void
note_bullet (VslImportNotes      *notes,
             const VslSourceLine *line,
             guint                number,
             gsize                bullet)
{
  g_autofree char *indent = g_strnfill (line->column - 1, ' ');
  g_autofree char *sign = g_strndup (line->text, bullet);
  g_autofree char *text = g_strconcat (indent, sign, NULL);

  vsl_import_notes_add (notes, VSL_NOTE_TYPED_BULLET, number, 1, text);
}

/**
 * vsl_body_text_add_lines:
 * @body: the body
 * @lines: the file
 * @first: the first line of the paragraph, from 0
 * @n_lines: how many lines
 * @joined: it goes on in the paragraph before it
 * @notes: where to tell of typed bullets
 *
 * Adds a paragraph of plain text as Markdown that means the same. Line ends inside it stay (soft
 * breaks); lines that start with a bullet become a list.
 */
void
vsl_body_text_add_lines (VslFieldText         *body,
                         const VslSourceLines *lines,
                         guint                 first,
                         guint                 n_lines,
                         gboolean              joined,
                         VslImportNotes       *notes)
{
  gboolean in_list = FALSE;
  guint i;

  if (body->n_chars > 0)
    vsl_field_text_insert (body, joined ? "\n" : "\n\n");

  for (i = 0; i < n_lines; i++)
    {
      const VslSourceLine *line = vsl_source_lines_get (lines, first + i);
      gsize bullet = vsl_label_measure_bullet (line->text);

      if (i > 0)
        vsl_field_text_insert (body, "\n");
      if (bullet > 0)
        {
          note_bullet (notes, line, first + i + 1, bullet);
          vsl_field_text_insert (body, "- ");
          in_list = TRUE;
        }
      else if (in_list)
        {
          vsl_field_text_insert (body, "  ");
        }
      add_line (body, line, first + i + 1, bullet, bullet > 0 || (i == 0 && !joined));
    }
}

/**
 * vsl_body_text_add_streamer:
 * @body: the body
 * @lines: the file
 * @first: the first line of the streamer, from 0
 * @n_lines: how many lines
 * @offset: where its text starts in the first line, in bytes
 *
 * Adds a paragraph as a streamer.
 */
void
vsl_body_text_add_streamer (VslFieldText         *body,
                            const VslSourceLines *lines,
                            guint                 first,
                            guint                 n_lines,
                            gsize                 offset)
{
  guint i;

  if (body->n_chars > 0)
    vsl_field_text_insert (body, "\n\n");
  vsl_field_text_insert (body, "::: streamer\n");
  for (i = 0; i < n_lines; i++)
    {
      add_line (body, vsl_source_lines_get (lines, first + i), first + i + 1, i == 0 ? offset : 0,
                i == 0);
      vsl_field_text_insert (body, "\n");
    }
  vsl_field_text_insert (body, ":::");
}
