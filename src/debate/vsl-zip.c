/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-debate"

#include "config.h"

#include "debate/vsl-zip.h"

#include "debate/vsl-transcript-error.h"

#include <glib/gi18n.h>
#include <string.h>

/*
 * One member of a zip archive in memory, read through the central directory (PKWARE APPNOTE 4.3).
 * Nothing is written to disk, so that no path in an archive can mean anything; what a member unpacks
 * to is counted while it unpacks, so that a bomb is an error and no more.
 */

#define END_SIGNATURE 0x06054b50
#define END_SIZE 22
#define ENTRY_SIGNATURE 0x02014b50
#define ENTRY_SIZE 46
#define LOCAL_SIGNATURE 0x04034b50
#define LOCAL_SIZE 30
#define METHOD_STORED 0
#define METHOD_DEFLATED 8

typedef struct
{
  guint method;
  gsize packed;
  gsize offset;
} Member;

static guint32
get_u32 (const guint8 *p)
{
  return p[0] | (guint32) p[1] << 8 | (guint32) p[2] << 16 | (guint32) p[3] << 24;
}

static guint
get_u16 (const guint8 *p)
{
  return p[0] | (guint) p[1] << 8;
}

static void
set_damaged (GError **error)
{
  g_set_error_literal (error, VSL_TRANSCRIPT_ERROR, VSL_TRANSCRIPT_ERROR_MALFORMED,
                       _("The document is damaged: it is not a whole zip archive."));
}

/* The record at the end of the archive; a comment of up to 64 kB may follow it. */
static const guint8 *
find_end (const guint8 *data,
          gsize         size)
{
  gsize i;

  for (i = END_SIZE; i <= size && i <= END_SIZE + G_MAXUINT16; i++)
    {
      if (get_u32 (data + size - i) == END_SIGNATURE)
        return data + size - i;
    }

  return NULL;
}

static gboolean
find_member (const guint8 *data,
             gsize         size,
             const char   *name,
             Member       *member)
{
  const guint8 *end = find_end (data, size);
  gsize at;
  guint i, n_entries;

  if (end == NULL)
    return FALSE;

  n_entries = get_u16 (end + 10);
  at = get_u32 (end + 16);
  for (i = 0; i < n_entries; i++)
    {
      gsize name_length;

      if (at + ENTRY_SIZE > size || get_u32 (data + at) != ENTRY_SIGNATURE)
        return FALSE;
      name_length = get_u16 (data + at + 28);
      if (at + ENTRY_SIZE + name_length > size)
        return FALSE;
      if (name_length == strlen (name) && memcmp (data + at + ENTRY_SIZE, name, name_length) == 0)
        {
          member->method = get_u16 (data + at + 10);
          member->packed = get_u32 (data + at + 20);
          member->offset = get_u32 (data + at + 42);
          return TRUE;
        }
      at += ENTRY_SIZE + name_length + get_u16 (data + at + 30) + get_u16 (data + at + 32);
    }

  return FALSE;
}

static GBytes *
inflate (const guint8  *packed,
         gsize          size,
         gsize          max_bytes,
         GError       **error)
{
  g_autoptr(GZlibDecompressor) decompressor =
    g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW);
  g_autoptr(GByteArray) out = g_byte_array_new ();
  GConverterResult result;

  do
    {
      guint8 buffer[32 * 1024];
      gsize n_read = 0, n_written = 0;

      result = g_converter_convert (G_CONVERTER (decompressor), packed, size, buffer,
                                    sizeof buffer, G_CONVERTER_INPUT_AT_END, &n_read, &n_written,
                                    NULL);
      if (result == G_CONVERTER_ERROR)
        {
          set_damaged (error);
          return NULL;
        }
      packed += n_read;
      size -= n_read;
      if (out->len + n_written > max_bytes)
        {
          g_set_error_literal (error, VSL_TRANSCRIPT_ERROR, VSL_TRANSCRIPT_ERROR_TOO_LARGE,
                               _("The document unpacks to more than a transcript can hold."));
          return NULL;
        }
      g_byte_array_append (out, buffer, (guint) n_written);
    }
  while (result != G_CONVERTER_FINISHED);

  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}

/**
 * vsl_zip_is_zip:
 * @archive: a file
 *
 * Returns: whether it starts as a zip archive does
 */
gboolean
vsl_zip_is_zip (GBytes *archive)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (archive, &size);

  return size >= 4 && get_u32 (data) == LOCAL_SIGNATURE;
}

/**
 * vsl_zip_read_member:
 * @archive: a zip archive
 * @name: the name of a member
 * @max_bytes: the most bytes it may unpack to
 * @error: return location for an error
 *
 * Returns: (transfer full): the member, unpacked, or %NULL with a #VslTranscriptError
 */
GBytes *
vsl_zip_read_member (GBytes      *archive,
                     const char  *name,
                     gsize        max_bytes,
                     GError     **error)
{
  gsize size, start;
  const guint8 *data = g_bytes_get_data (archive, &size);
  Member member = { 0 };

  if (!find_member (data, size, name, &member) || member.offset + LOCAL_SIZE > size ||
      get_u32 (data + member.offset) != LOCAL_SIGNATURE)
    {
      set_damaged (error);
      return NULL;
    }

  start = member.offset + LOCAL_SIZE + get_u16 (data + member.offset + 26) +
          get_u16 (data + member.offset + 28);
  if (start > size || member.packed > size - start)
    {
      set_damaged (error);
      return NULL;
    }

  if (member.method == METHOD_DEFLATED)
    return inflate (data + start, member.packed, max_bytes, error);
  if (member.method == METHOD_STORED && member.packed <= max_bytes)
    return g_bytes_new (data + start, member.packed);

  set_damaged (error);
  return NULL;
}
