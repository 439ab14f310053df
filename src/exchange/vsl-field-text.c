/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-exchange"

#include "exchange/vsl-field-text.h"

#include <string.h>

static void
close_run (VslFieldText *self)
{
  if (self->run_line != 0)
    vsl_source_map_add (self->map, self->field, self->run_start, self->n_chars - self->run_start,
                        self->run_line, self->run_column);
  self->run_line = 0;
}

/**
 * vsl_field_text_init:
 * @self: (out caller-allocates): uninitialised
 * @map: the map that is filled; it must outlive @self
 * @field: which field this is the text of
 */
void
vsl_field_text_init (VslFieldText *self,
                     VslSourceMap *map,
                     VslField      field)
{
  *self = (VslFieldText) { .map = map, .field = field, .text = g_string_new (NULL) };
}

/**
 * vsl_field_text_clear:
 * @self: the text
 */
void
vsl_field_text_clear (VslFieldText *self)
{
  if (self->text != NULL)
    g_string_free (self->text, TRUE);
  self->text = NULL;
}

/**
 * vsl_field_text_add:
 * @self: the text
 * @text: a piece of one line of the file
 * @length: its length in bytes
 * @line: the line it stands on, from 1
 * @column: where it starts there, in characters from 1
 */
void
vsl_field_text_add (VslFieldText *self,
                    const char   *text,
                    gsize         length,
                    guint         line,
                    guint         column)
{
  gboolean joins = self->run_line == line &&
                   self->run_column + (self->n_chars - self->run_start) == column;

  if (length == 0)
    return;

  if (!joins)
    {
      close_run (self);
      self->run_start = self->n_chars;
      self->run_line = line;
      self->run_column = column;
    }
  g_string_append_len (self->text, text, length);
  self->n_chars += g_utf8_strlen (text, length);
}

/**
 * vsl_field_text_insert:
 * @self: the text
 * @ascii: ASCII characters that do not stand in the file
 */
void
vsl_field_text_insert (VslFieldText *self,
                       const char   *ascii)
{
  close_run (self);
  g_string_append (self->text, ascii);
  self->n_chars += strlen (ascii);
}

/**
 * vsl_field_text_end:
 * @self: the text; empty afterwards
 *
 * Returns: (transfer full): the text of the field, all of it in the map
 */
char *
vsl_field_text_end (VslFieldText *self)
{
  close_run (self);

  return g_string_free (g_steal_pointer (&self->text), FALSE);
}
