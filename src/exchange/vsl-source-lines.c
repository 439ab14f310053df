/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-exchange"

#include "config.h"

#include "exchange/vsl-source-lines.h"

#include <string.h>

static gboolean
is_space (gunichar c)
{
  return c < 0x80 ? (c == ' ' || c == '\t' || c == '\f' || c == '\v') : g_unichar_isspace (c);
}

static gboolean
is_no_break_space (gunichar c)
{
  return c == 0x00A0 || c == 0x202F;
}

/* Typographers bind a number to its unit and a sign to its number; between words it is a stray. */
static gboolean
binds_number (gunichar before,
              gunichar after)
{
  return g_unichar_isdigit (before) || g_unichar_isdigit (after) ||
         g_unichar_type (before) == G_UNICODE_CURRENCY_SYMBOL || before == 0x00A7;
}

/* The no-break space at @p with the words at both its sides; @word is where the one before it starts. */
static char *
dup_words (const char *word,
           const char *p,
           const char *end)
{
  const char *to = g_utf8_next_char (p);

  while (to < end && !is_space (g_utf8_get_char (to)))
    to = g_utf8_next_char (to);

  return g_strndup (word, to - word);
}

static void
note_no_break_space (VslImportNotes *notes,
                     guint           line,
                     guint           column,
                     const char     *word,
                     const char     *p,
                     const char     *end)
{
  if (vsl_import_notes_wants (notes, VSL_NOTE_NO_BREAK_SPACE))
    {
      g_autofree char *words = dup_words (word, p, end);

      vsl_import_notes_add (notes, VSL_NOTE_NO_BREAK_SPACE, line, column, words);
    }
  else
    {
      vsl_import_notes_add (notes, VSL_NOTE_NO_BREAK_SPACE, line, column, "");
    }
}

/* The notes quote the line as it stands in the file, so they are made before it is changed in place. */
static void
note_no_break_spaces (VslImportNotes *notes,
                      guint           line,
                      const char     *start,
                      const char     *end)
{
  gunichar before = 0;
  guint column = 1, word_column = 1;
  const char *word = start;
  const char *p;

  for (p = start; p < end; p = g_utf8_next_char (p), column++)
    {
      gunichar c = g_utf8_get_char (p);
      const char *next = g_utf8_next_char (p);

      if (is_no_break_space (c) &&
          !binds_number (before, next < end ? g_utf8_get_char (next) : 0))
        note_no_break_space (notes, line, word_column, word, p, end);
      if (is_space (c))
        {
          word = next;
          word_column = column + 1;
        }
      before = c;
    }
}

/* Writes the line at @start over itself, with stray no-break spaces made ordinary. A space is never
 * longer than what it replaces, so the buffer has room. Returns the new end. */
static char *
replace_no_break_spaces (char *start,
                         char *end)
{
  gunichar before = 0;
  const char *p = start;
  char *out = start;

  while (p < end)
    {
      gunichar c = g_utf8_get_char (p);
      const char *next = g_utf8_next_char (p);

      if (is_no_break_space (c) &&
          !binds_number (before, next < end ? g_utf8_get_char (next) : 0))
        {
          *out++ = ' ';
        }
      else
        {
          memmove (out, p, next - p);
          out += next - p;
        }
      before = c;
      p = next;
    }

  return out;
}

static void
add_line (VslSourceLines *self,
          VslImportNotes *notes,
          char           *start,
          char           *end)
{
  VslSourceLine line = { NULL, 0, 1 };

  if (memchr (start, 0xC2, end - start) != NULL || memchr (start, 0xE2, end - start) != NULL)
    {
      note_no_break_spaces (notes, self->lines->len + 1, start, end);
      end = replace_no_break_spaces (start, end);
    }

  while (start < end && is_space (g_utf8_get_char (start)))
    {
      start = g_utf8_next_char (start);
      line.column++;
    }
  while (end > start && is_space (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);

  line.text = start;
  line.length = (guint) (end - start);
  *end = '\0';
  g_array_append_val (self->lines, line);
}

static void
split_lines (VslSourceLines *self,
             VslImportNotes *notes)
{
  char *p = self->buffer;
  gboolean other_ends = FALSE;

  while (*p != '\0')
    {
      char *end = p + strcspn (p, "\r\n");
      char *next = end;

      other_ends |= *end == '\r';
      if (*end == '\r' && end[1] == '\n')
        next += 2;
      else if (*end != '\0')
        next++;
      else
        vsl_import_notes_add (notes, VSL_NOTE_FINAL_NEWLINE, self->lines->len + 1,
                              (guint) g_utf8_strlen (p, end - p) + 1, "");
      add_line (self, notes, p, end);
      p = next;
    }

  if (other_ends)
    vsl_import_notes_add (notes, VSL_NOTE_LINE_ENDS, 1, 1, "");
}

/* Finds out how paragraphs are divided, and notes the blank lines that do not count. */
static void
study_blank_lines (VslSourceLines *self,
                   VslImportNotes *notes)
{
  guint i, n_blank = 0, n_divided = 0;

  self->first = self->lines->len;
  for (i = 0; i < self->lines->len; i++)
    {
      if (vsl_source_lines_get (self, i)->length == 0)
        {
          n_blank++;
          if (n_blank == (self->first < self->lines->len ? 2 : 1))
            vsl_import_notes_add (notes, VSL_NOTE_BLANK_LINES, i + 1, 1, "");
          continue;
        }
      if (self->first == self->lines->len)
        self->first = i;
      else if (n_blank > 0)
        n_divided++;
      n_blank = 0;
    }

  self->tight = n_divided == 0;
}

/**
 * vsl_source_lines_new_take:
 * @text: (transfer full): a decoded file
 * @notes: where to tell what was put right
 *
 * Cuts a file into clean lines. Linear in the length of the file.
 *
 * Returns: (transfer full): the lines
 */
VslSourceLines *
vsl_source_lines_new_take (char           *text,
                           VslImportNotes *notes)
{
  VslSourceLines *self = g_new0 (VslSourceLines, 1);

  self->buffer = text;
  self->lines = g_array_new (FALSE, FALSE, sizeof (VslSourceLine));
  split_lines (self, notes);
  study_blank_lines (self, notes);

  return self;
}

/**
 * vsl_source_lines_free:
 * @self: the lines
 */
void
vsl_source_lines_free (VslSourceLines *self)
{
  g_array_unref (self->lines);
  g_free (self->buffer);
  g_free (self);
}

/**
 * vsl_source_lines_get:
 * @self: the lines
 * @index: which, from 0
 *
 * Returns: (transfer none): a line
 */
const VslSourceLine *
vsl_source_lines_get (const VslSourceLines *self,
                      guint                 index)
{
  return &g_array_index (self->lines, VslSourceLine, index);
}

/**
 * vsl_source_lines_ends_block:
 * @self: the lines
 * @index: a line that is not blank
 *
 * Returns: whether the paragraph ends with this line
 */
gboolean
vsl_source_lines_ends_block (const VslSourceLines *self,
                             guint                 index)
{
  return self->tight || index + 1 >= self->lines->len ||
         vsl_source_lines_get (self, index + 1)->length == 0;
}
