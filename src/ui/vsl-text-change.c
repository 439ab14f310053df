/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "ui/vsl-text-change.h"

#include <string.h>

/* Bytes that @a and @b have in common from the start, on a character border of both. */
static gsize
common_start (const char *a,
              const char *b)
{
  gsize n = 0;

  while (a[n] != '\0' && a[n] == b[n])
    n++;
  while (n > 0 && ((a[n] & 0xC0) == 0x80 || (b[n] & 0xC0) == 0x80))
    n--;

  return n;
}

/* Bytes that @a and @b have in common from the end, within @max and on a character border. */
static gsize
common_end (const char *a,
            gsize       a_length,
            const char *b,
            gsize       b_length,
            gsize       max)
{
  gsize n = 0;

  while (n < max && a[a_length - 1 - n] == b[b_length - 1 - n])
    n++;
  while (n > 0 && (a[a_length - n] & 0xC0) == 0x80)
    n--;

  return n;
}

/**
 * vsl_text_change_apply:
 * @buffer: a buffer that may be on the screen
 * @text: what it is to hold
 *
 * Makes @buffer hold @text by replacing only the part that differs, as one step that can be undone,
 * so that a cursor, a selection or a scroll position elsewhere in the text stays where it is.
 *
 * Returns: whether anything was changed
 */
gboolean
vsl_text_change_apply (GtkTextBuffer *buffer,
                       const char    *text)
{
  g_autofree char *old = NULL;
  gsize old_length, length = strlen (text), head, tail;
  GtkTextIter start, end;

  g_return_val_if_fail (GTK_IS_TEXT_BUFFER (buffer), FALSE);

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  old = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  old_length = strlen (old);
  head = common_start (old, text);
  if (head == old_length && head == length)
    return FALSE;

  tail = common_end (old, old_length, text, length, MIN (old_length, length) - head);
  gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) g_utf8_strlen (old, (gssize) head));
  gtk_text_buffer_get_iter_at_offset (
    buffer, &end, (int) g_utf8_strlen (old, (gssize) (old_length - tail)));
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert (buffer, &start, text + head, (int) (length - tail - head));
  gtk_text_buffer_end_user_action (buffer);

  return TRUE;
}
