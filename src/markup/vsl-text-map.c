/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-markup"

#include "markup/vsl-text-map.h"

#include <string.h>

/* A stretch of the text and the stretch of the source it stands for, in characters. Of the same
 * length, they agree character by character; otherwise the one stands for the other as a whole. */
typedef struct
{
  gsize offset;
  gsize length;
  gsize source_offset;
  gsize source_length;
} Run;

struct _VslTextMap
{
  const char *source; /* (unowned) */
  gsize source_bytes;
  gsize source_byte;   /* how far the source has been followed */
  gsize source_offset; /* the same place in characters */
  GString *text;
  gsize length; /* of the text, in characters */
  GArray *runs;
};

static gsize
count_characters (const char *text,
                  gsize       bytes)
{
  gsize n = 0;

  for (gsize i = 0; i < bytes; i++)
    n += ((guchar) text[i] & 0xc0) != 0x80;

  return n;
}

static gsize
follow_source (VslTextMap *self,
               gsize       byte)
{
  byte = MIN (byte, self->source_bytes);
  if (byte > self->source_byte)
    {
      self->source_offset += count_characters (self->source + self->source_byte,
                                               byte - self->source_byte);
      self->source_byte = byte;
    }

  return self->source_offset;
}

static void
append_run (VslTextMap *self,
            gsize       length,
            gsize       source_offset,
            gsize       source_length)
{
  Run *last = self->runs->len > 0 ? &g_array_index (self->runs, Run, self->runs->len - 1) : NULL;
  Run run = { self->length, length, source_offset, source_length };

  if (last != NULL && length == source_length && last->length == last->source_length
      && last->offset + last->length == run.offset
      && last->source_offset + last->source_length == run.source_offset)
    {
      last->length += length;
      last->source_length += source_length;
    }
  else
    {
      g_array_append_val (self->runs, run);
    }

  self->length += length;
}

/* Returns: (nullable): the last run that begins at or before @offset */
static const Run *
find_run (VslTextMap *self,
          gsize       offset)
{
  guint low = 0;
  guint high = self->runs->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->runs, Run, middle).offset <= offset)
        low = middle + 1;
      else
        high = middle;
    }

  return low > 0 ? &g_array_index (self->runs, Run, low - 1) : NULL;
}

/**
 * vsl_text_map_new:
 * @source: (transfer none): valid UTF-8; needed until nothing is appended any more
 *
 * Returns: (transfer full): an empty text
 */
VslTextMap *
vsl_text_map_new (const char *source)
{
  VslTextMap *self = g_new0 (VslTextMap, 1);

  self->source = source;
  self->source_bytes = strlen (source);
  self->text = g_string_new (NULL);
  self->runs = g_array_new (FALSE, FALSE, sizeof (Run));

  return self;
}

/**
 * vsl_text_map_free:
 * @self: (transfer full): a map
 */
void
vsl_text_map_free (VslTextMap *self)
{
  g_string_free (self->text, TRUE);
  g_array_unref (self->runs);
  g_free (self);
}

/**
 * vsl_text_map_get_text:
 * @self: the map
 *
 * Returns: (transfer none): the text
 */
const char *
vsl_text_map_get_text (VslTextMap *self)
{
  return self->text->str;
}

/**
 * vsl_text_map_get_length:
 * @self: the map
 *
 * Returns: the length of the text in characters
 */
gsize
vsl_text_map_get_length (VslTextMap *self)
{
  return self->length;
}

/**
 * vsl_text_map_get_bytes:
 * @self: the map
 *
 * Returns: the length of the text in bytes
 */
gsize
vsl_text_map_get_bytes (VslTextMap *self)
{
  return self->text->len;
}

/**
 * vsl_text_map_append:
 * @self: the map
 * @text: valid UTF-8
 * @bytes: its length in bytes
 * @source_byte: where the same text stands in the source, in bytes
 *
 * Appends text that stands in the source as it is.
 */
void
vsl_text_map_append (VslTextMap *self,
                     const char *text,
                     gsize       bytes,
                     gsize       source_byte)
{
  gsize length = count_characters (text, bytes);
  gboolean behind = source_byte < self->source_byte;
  gsize start = follow_source (self, source_byte);

  append_run (self, length, start, behind ? 0 : length);
  if (!behind)
    follow_source (self, source_byte + bytes);
  g_string_append_len (self->text, text, bytes);
}

/**
 * vsl_text_map_append_atom:
 * @self: the map
 * @text: valid UTF-8
 * @bytes: its length in bytes
 * @source_byte: where what it stands for begins in the source, in bytes
 * @source_bytes: the length of that, in bytes
 *
 * Appends text that the source says in another way.
 */
void
vsl_text_map_append_atom (VslTextMap *self,
                          const char *text,
                          gsize       bytes,
                          gsize       source_byte,
                          gsize       source_bytes)
{
  gsize start = follow_source (self, source_byte);
  gsize end = follow_source (self, source_byte + source_bytes);

  append_run (self, count_characters (text, bytes), start, end - start);
  g_string_append_len (self->text, text, bytes);
}

/**
 * vsl_text_map_append_loose:
 * @self: the map
 * @text: valid UTF-8
 *
 * Appends text that is not in the source.
 */
void
vsl_text_map_append_loose (VslTextMap *self,
                           const char *text)
{
  gsize bytes = strlen (text);

  self->length += count_characters (text, bytes);
  g_string_append_len (self->text, text, bytes);
}

/**
 * vsl_text_map_find_start:
 * @self: the map
 * @offset: a place in the text, in characters
 *
 * Returns: where the character at @offset begins in the source, in characters; for one that is not
 *   in the source, where the last one before it ends
 */
gsize
vsl_text_map_find_start (VslTextMap *self,
                         gsize       offset)
{
  const Run *run = find_run (self, offset);

  if (run == NULL)
    return 0;
  if (offset >= run->offset + run->length)
    return run->source_offset + run->source_length;

  return run->source_offset + (run->length == run->source_length ? offset - run->offset : 0);
}

/**
 * vsl_text_map_find_end:
 * @self: the map
 * @offset: a place in the text, in characters
 *
 * Returns: where the character before @offset ends in the source, in characters
 */
gsize
vsl_text_map_find_end (VslTextMap *self,
                       gsize       offset)
{
  const Run *run = offset > 0 ? find_run (self, offset - 1) : NULL;

  if (run == NULL)
    return 0;
  if (offset >= run->offset + run->length)
    return run->source_offset + run->source_length;

  return run->source_offset
         + (run->length == run->source_length ? offset - run->offset : run->source_length);
}
