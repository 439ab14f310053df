/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-exchange"

#include "exchange/vsl-picture-walk.h"

#include <string.h>

/*
 * The containers of pictures: JPEG (ITU T.81, JFIF), PNG (RFC 2083 and its third edition), GIF89a and
 * WebP (RIFF). Each walk goes from the first byte to the end mark, so that a file that was cut off is
 * noticed, and copies on the way what a reader of the picture needs: so a picture that needs neither
 * another size nor to be turned keeps every pixel as it was. What comes after the end mark, where
 * telephones put films and a second picture with its own place, is left out.
 */

static guint
be16 (const guint8 *p)
{
  return (guint) p[0] << 8 | p[1];
}

static guint32
be32 (const guint8 *p)
{
  return (guint32) p[0] << 24 | (guint32) p[1] << 16 | (guint32) p[2] << 8 | p[3];
}

static guint32
le32 (const guint8 *p)
{
  return (guint32) p[3] << 24 | (guint32) p[2] << 16 | (guint32) p[1] << 8 | p[0];
}

static void
keep (GByteArray   *out,
      const guint8 *data,
      gsize         size)
{
  if (out != NULL)
    g_byte_array_append (out, data, size);
}

/**
 * vsl_picture_walk_read_exif:
 * @data: EXIF, which is a TIFF, with or without its own name before it
 * @size: its size in bytes
 *
 * Returns: which side is up, 1 to 8; 1 when that is not said
 */
guint
vsl_picture_walk_read_exif (const guint8 *data,
                            gsize         size)
{
  gboolean little;
  guint32 offset;
  guint n, i;

  if (size >= 6 && memcmp (data, "Exif\0\0", 6) == 0)
    {
      data += 6;
      size -= 6;
    }
  if (size < 8 || (memcmp (data, "II*\0", 4) != 0 && memcmp (data, "MM\0*", 4) != 0))
    return 1;

  little = data[0] == 'I';
  offset = little ? le32 (data + 4) : be32 (data + 4);
  if (offset > size - 2)
    return 1;
  n = little ? data[offset] | (guint) data[offset + 1] << 8 : be16 (data + offset);

  for (i = 0; i < n && offset + 2 + (i + 1) * 12 <= size; i++)
    {
      const guint8 *entry = data + offset + 2 + i * 12;
      guint tag = little ? entry[0] | (guint) entry[1] << 8 : be16 (entry);
      guint value = little ? entry[8] | (guint) entry[9] << 8 : be16 (entry + 8);

      if (tag == 0x0112)
        return value >= 1 && value <= 8 ? value : 1;
    }

  return 1;
}

/* Whether a segment of a JPEG is about the picture and not about who made it. */
static gboolean
is_jpeg_picture (guint         marker,
                 const guint8 *payload,
                 gsize         length)
{
  if (marker == 0xFE)
    return FALSE;
  if (marker < 0xE0 || marker > 0xEF)
    return TRUE;

  return marker == 0xE0 || marker == 0xEE ||
         (marker == 0xE2 && length >= 12 && memcmp (payload, "ICC_PROFILE", 12) == 0);
}

static void
read_jpeg_segment (guint            marker,
                   const guint8    *payload,
                   gsize            length,
                   VslPictureFacts *facts)
{
  if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC &&
      length >= 6)
    {
      facts->height = be16 (payload + 1);
      facts->width = be16 (payload + 3);
      facts->cmyk = payload[5] == 4;
    }
  else if (marker == 0xE1 && length >= 6 && memcmp (payload, "Exif\0\0", 6) == 0)
    {
      facts->orientation = vsl_picture_walk_read_exif (payload, length);
    }
}

/**
 * vsl_picture_walk_jpeg:
 * @data: a file that begins as a JPEG
 * @size: its size in bytes
 * @facts: what it tells of itself
 * @out: (nullable): gets the file without metadata
 *
 * Returns: whether it is whole
 */
gboolean
vsl_picture_walk_jpeg (const guint8    *data,
                       gsize            size,
                       VslPictureFacts *facts,
                       GByteArray      *out)
{
  gsize at = 2;

  keep (out, data, 2);
  while (at + 4 <= size + 2)
    {
      gsize start = at;
      guint marker;
      gsize length;

      if (at + 2 > size || data[at] != 0xFF)
        return FALSE;
      while (at < size && data[at] == 0xFF)
        at++;
      if (at >= size)
        return FALSE;
      marker = data[at++];
      if (marker == 0xD9)
        {
          keep (out, (const guint8 *) "\xFF\xD9", 2);
          return TRUE;
        }
      if (at + 2 > size)
        return FALSE;
      length = be16 (data + at);
      if (length < 2 || at + length > size)
        return FALSE;
      read_jpeg_segment (marker, data + at + 2, length - 2, facts);
      at += length;

      /* The pixels follow the head of a scan, up to the next marker that is not part of them. */
      if (marker == 0xDA)
        while (at + 1 < size &&
               (data[at] != 0xFF || data[at + 1] == 0 || (data[at + 1] >= 0xD0 && data[at + 1] <= 0xD7)))
          at++;
      if (is_jpeg_picture (marker, data + at - length + 2, length - 2))
        keep (out, data + start, at - start);
    }

  return FALSE;
}

/* The checksum of PNG (RFC 2083, appendix 15), without a table: a file is walked once. */
static guint32
crc32_of (const guint8 *data,
          gsize         size)
{
  static const guint32 nibbles[16] = {
    0x00000000, 0x1db71064, 0x3b6e20c8, 0x26d930ac, 0x76dc4190, 0x6b6b51f4, 0x4db26158, 0x5005713c,
    0xedb88320, 0xf00f9344, 0xd6d6a3e8, 0xcb61b38c, 0x9b64c2b0, 0x86d3d2d4, 0xa00ae278, 0xbdbdf21c,
  };
  guint32 crc = 0xffffffff;
  gsize i;

  for (i = 0; i < size; i++)
    {
      crc ^= data[i];
      crc = (crc >> 4) ^ nibbles[crc & 15];
      crc = (crc >> 4) ^ nibbles[crc & 15];
    }

  return crc ^ 0xffffffff;
}

static gboolean
is_png_metadata (const guint8 *type)
{
  static const char names[][5] = { "eXIf", "tEXt", "zTXt", "iTXt", "tIME" };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (names); i++)
    if (memcmp (type, names[i], 4) == 0)
      return TRUE;

  return FALSE;
}

/**
 * vsl_picture_walk_png:
 * @data: a file that begins as a PNG
 * @size: its size in bytes
 * @facts: what it tells of itself
 * @out: (nullable): gets the file without metadata
 *
 * Returns: whether it is whole
 */
gboolean
vsl_picture_walk_png (const guint8    *data,
                      gsize            size,
                      VslPictureFacts *facts,
                      GByteArray      *out)
{
  gsize at = 8;

  keep (out, data, 8);
  while (at + 12 <= size)
    {
      gsize length = be32 (data + at);
      const guint8 *type = data + at + 4;

      if (length > size - at - 12 || crc32_of (type, length + 4) != be32 (type + 4 + length))
        return FALSE;
      if (at == 8 && (memcmp (type, "IHDR", 4) != 0 || length != 13))
        return FALSE;
      if (at == 8)
        {
          facts->width = be32 (type + 4);
          facts->height = be32 (type + 8);
        }
      else if (memcmp (type, "acTL", 4) == 0)
        facts->animated = TRUE;
      else if (memcmp (type, "eXIf", 4) == 0)
        facts->orientation = vsl_picture_walk_read_exif (type + 4, length);

      if (!is_png_metadata (type))
        keep (out, data + at, length + 12);
      if (memcmp (type, "IEND", 4) == 0)
        return TRUE;
      at += length + 12;
    }

  return FALSE;
}

/* The end of a row of blocks that each begin with their length; 0 when the file ends before it. */
static gsize
skip_gif_blocks (const guint8 *data,
                 gsize         size,
                 gsize         at)
{
  while (at < size && data[at] != 0)
    at += data[at] + 1;

  return at < size ? at + 1 : 0;
}

static gsize
gif_table_size (guint8 flags)
{
  return flags & 0x80 ? 3 * ((gsize) 2 << (flags & 7)) : 0;
}

/* Comments, and what programs add, but for the number of times that it plays. */
static gboolean
is_gif_metadata (const guint8 *data,
                 gsize         size,
                 gsize         at)
{
  guint label = data[at + 1];

  if (label == 0xFE)
    return TRUE;

  return label == 0xFF && (size - at < 14 || (memcmp (data + at + 3, "NETSCAPE2.0", 11) != 0 &&
                                              memcmp (data + at + 3, "ANIMEXTS1.0", 11) != 0));
}

/**
 * vsl_picture_walk_gif:
 * @data: a file that begins as a GIF
 * @size: its size in bytes
 * @facts: what it tells of itself
 * @out: (nullable): gets the file without metadata
 *
 * Returns: whether it is whole
 */
gboolean
vsl_picture_walk_gif (const guint8    *data,
                      gsize            size,
                      VslPictureFacts *facts,
                      GByteArray      *out)
{
  gsize at;
  guint n_frames = 0;

  if (size < 14)
    return FALSE;
  facts->width = data[6] | (guint) data[7] << 8;
  facts->height = data[8] | (guint) data[9] << 8;
  at = 13 + gif_table_size (data[10]);
  if (at >= size)
    return FALSE;
  keep (out, data, at);

  while (at < size)
    {
      gsize start = at;
      gboolean metadata = FALSE;

      if (data[at] == 0x3B)
        {
          keep (out, data + at, 1);
          facts->animated = n_frames > 1;
          return n_frames > 0;
        }
      if (data[at] == 0x21 && at + 2 < size)
        {
          metadata = is_gif_metadata (data, size, at);
          at = skip_gif_blocks (data, size, at + 2);
        }
      else if (data[at] == 0x2C && at + 11 < size)
        {
          n_frames++;
          at = skip_gif_blocks (data, size, at + 11 + gif_table_size (data[at + 9]));
        }
      else
        {
          return FALSE;
        }
      if (at == 0)
        return FALSE;
      if (!metadata)
        keep (out, data + start, at - start);
    }

  return FALSE;
}

static void
read_webp_chunk (const guint8    *chunk,
                 gsize            length,
                 VslPictureFacts *facts)
{
  const guint8 *payload = chunk + 8;

  if (memcmp (chunk, "VP8X", 4) == 0 && length >= 10)
    {
      facts->animated = (payload[0] & 0x02) != 0;
      facts->width = 1 + (payload[4] | (guint) payload[5] << 8 | (guint) payload[6] << 16);
      facts->height = 1 + (payload[7] | (guint) payload[8] << 8 | (guint) payload[9] << 16);
    }
  else if (memcmp (chunk, "EXIF", 4) == 0)
    {
      facts->orientation = vsl_picture_walk_read_exif (payload, length);
    }
  else if (facts->width == 0 && memcmp (chunk, "VP8 ", 4) == 0 && length >= 10)
    {
      facts->width = (payload[6] | (guint) payload[7] << 8) & 0x3fff;
      facts->height = (payload[8] | (guint) payload[9] << 8) & 0x3fff;
    }
  else if (facts->width == 0 && memcmp (chunk, "VP8L", 4) == 0 && length >= 5)
    {
      guint32 bits = le32 (payload + 1);

      facts->width = 1 + (bits & 0x3fff);
      facts->height = 1 + ((bits >> 14) & 0x3fff);
    }
}

/**
 * vsl_picture_walk_webp:
 * @data: a file that begins as a WebP
 * @size: its size in bytes
 * @facts: what it tells of itself
 * @out: (nullable): gets the file without metadata
 *
 * Returns: whether it is whole
 */
gboolean
vsl_picture_walk_webp (const guint8    *data,
                       gsize            size,
                       VslPictureFacts *facts,
                       GByteArray      *out)
{
  gboolean pixels = FALSE;
  gsize begin = out != NULL ? out->len : 0;
  gsize end;
  gsize at = 12;

  if (size < 20)
    return FALSE;
  end = (gsize) le32 (data + 4) + 8;
  if (end > size)
    return FALSE;
  keep (out, data, 12);

  while (at + 8 <= end)
    {
      gsize length = le32 (data + at + 4);
      gsize padded = length + (length & 1);
      gsize offset = out != NULL ? out->len : 0;

      if (length > end - at - 8)
        return FALSE;
      padded = MIN (padded, end - at - 8);
      read_webp_chunk (data + at, length, facts);
      pixels |= memcmp (data + at, "VP8 ", 4) == 0 || memcmp (data + at, "VP8L", 4) == 0 ||
                memcmp (data + at, "ANMF", 4) == 0;
      if (memcmp (data + at, "EXIF", 4) != 0 && memcmp (data + at, "XMP ", 4) != 0)
        {
          keep (out, data + at, 8 + padded);
          if (out != NULL && memcmp (data + at, "VP8X", 4) == 0)
            out->data[offset + 8] &= (guint8) ~(0x08 | 0x04);
        }
      at += 8 + padded;
    }

  if (out != NULL)
    {
      guint32 riff = GUINT32_TO_LE (out->len - begin - 8);

      memcpy (out->data + begin + 4, &riff, 4);
    }

  return pixels;
}
