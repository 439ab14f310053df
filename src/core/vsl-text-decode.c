/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-core"

#include "config.h"

#include "core/vsl-text.h"

#include <glib/gi18n.h>
#include <string.h>

G_DEFINE_QUARK (vsl-text-error-quark, vsl_text_error)

/* Bytes 0x80 to 0x9F of Windows-1252; 0 where it defines nothing. */
static const guint16 windows_1252[32] = {
  0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
  0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
  0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

static void
set_binary (GError **error)
{
  g_set_error_literal (error, VSL_TEXT_ERROR, VSL_TEXT_ERROR_BINARY,
                       _("This is not a text file. Save it as text in UTF-8 and try again."));
}

/* Whether eight bytes are signs of ASCII, and none of them a control character. The second test is that
 * for a byte less than n of “Bit Twiddling Hacks” (S. E. Anderson). */
static gboolean
is_plain (const guchar *data)
{
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101);
  guint64 word;

  memcpy (&word, data, sizeof word);

  return (word & ones * 0x80) == 0 && ((word - ones * 0x20) & ~word & ones * 0x80) == 0;
}

/* Control characters that no text editor writes mean that this is something else. */
static gboolean
is_foreign (guchar byte)
{
  return byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f' && byte != '\v';
}

/* Looks at every byte once, eight at a time where they are plain. @ascii is how many there are before
 * the first that is not ASCII. */
static gboolean
looks_binary (const guchar *data,
              gsize         size,
              gsize        *ascii)
{
  gboolean all_ascii = TRUE;
  gsize i;

  *ascii = size;
  for (i = 0; i < size; i++)
    {
      while (i + sizeof (guint64) <= size && is_plain (data + i))
        i += sizeof (guint64);
      if (i == size)
        break;
      if (is_foreign (data[i]))
        return TRUE;
      if (all_ascii && data[i] >= 0x80)
        {
          *ascii = i;
          all_ascii = FALSE;
        }
    }

  return FALSE;
}

static char *
decode_windows_1252 (const guchar  *data,
                     gsize          size,
                     GError       **error)
{
  g_autoptr(GString) text = g_string_sized_new (size + size / 8);
  gsize i;

  for (i = 0; i < size; i++)
    {
      gunichar c = data[i];

      if (c >= 0x80 && c < 0xA0)
        c = windows_1252[c - 0x80];
      if (c == 0)
        {
          g_set_error (error, VSL_TEXT_ERROR, VSL_TEXT_ERROR_ENCODING,
                       _("The text is neither UTF-8 nor Windows-1252 (byte %u). Save it as UTF-8 and "
                         "try again."),
                       (guint) i + 1);
          return NULL;
        }
      g_string_append_unichar (text, c);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The character set of text in UTF-16 and the length of its mark, or %NULL. Without a mark it shows by
 * the zero bytes that every other byte of western text is. */
static const char *
guess_utf16 (const guchar *data,
             gsize         size,
             gsize        *mark)
{
  gsize n_even = 0, n_odd = 0, half = MIN (size, 512) / 2;
  gsize i;

  *mark = 2;
  if (size >= 2 && data[0] == 0xFF && data[1] == 0xFE)
    return "UTF-16LE";
  if (size >= 2 && data[0] == 0xFE && data[1] == 0xFF)
    return "UTF-16BE";

  *mark = 0;
  if (size % 2 != 0 || half < 8)
    return NULL;
  for (i = 0; i < half; i++)
    {
      n_even += data[2 * i] == 0;
      n_odd += data[2 * i + 1] == 0;
    }
  if (n_even == 0 && n_odd * 10 >= half * 8)
    return "UTF-16LE";
  if (n_odd == 0 && n_even * 10 >= half * 8)
    return "UTF-16BE";

  return NULL;
}

static char *
decode_utf16 (const guchar  *data,
              gsize          size,
              const char    *charset,
              GError       **error)
{
  g_autofree char *text = NULL;
  gsize ascii, written = 0;

  text = g_convert ((const char *) data, size, "UTF-8", charset, NULL, &written, NULL);
  if (text == NULL)
    {
      g_set_error_literal (error, VSL_TEXT_ERROR, VSL_TEXT_ERROR_ENCODING,
                           _("The text starts as UTF-16 but is damaged. Save it as UTF-8 and try "
                             "again."));
      return NULL;
    }
  if (looks_binary ((const guchar *) text, written, &ascii))
    {
      set_binary (error);
      return NULL;
    }

  return g_steal_pointer (&text);
}

/**
 * vsl_text_decode:
 * @bytes: a file
 * @max_bytes: the most bytes that are read
 * @encoding: (out) (optional): what it was written in
 * @error: return location for an error
 *
 * Makes UTF-8 of a text file in UTF-8, UTF-16, or Windows-1252, which is only thought of where it is
 * not UTF-8. A byte order mark is dropped; line ends stay as they are.
 * Any thread.
 *
 * Returns: (transfer full): the text, or %NULL with a #VslTextError
 */
char *
vsl_text_decode (GBytes       *bytes,
                 gsize         max_bytes,
                 VslEncoding  *encoding,
                 GError      **error)
{
  const guchar *data;
  gsize size, ascii, skip = 0;
  VslEncoding found = VSL_ENCODING_UTF8;
  const char *charset;
  char *text;

  g_return_val_if_fail (bytes != NULL, NULL);

  data = g_bytes_get_data (bytes, &size);
  if (size > max_bytes)
    {
      g_autofree char *actual = g_format_size (size);
      g_autofree char *allowed = g_format_size (max_bytes);

      g_set_error (error, VSL_TEXT_ERROR, VSL_TEXT_ERROR_TOO_LARGE,
                   /* Translators: two sizes, for example 31.2 MB and 20 MB */
                   _("The file is too large: %s, while %s is the most that is read."), actual,
                   allowed);
      return NULL;
    }

  /* Empty #GBytes have no data to look at. */
  if (size == 0)
    {
      if (encoding != NULL)
        *encoding = VSL_ENCODING_UTF8;
      return g_strdup ("");
    }

  charset = guess_utf16 (data, size, &skip);
  if (charset != NULL)
    {
      if (encoding != NULL)
        *encoding = VSL_ENCODING_UTF16;
      return decode_utf16 (data + skip, size - skip, charset, error);
    }
  if (looks_binary (data, size, &ascii))
    {
      set_binary (error);
      return NULL;
    }

  if (size >= 3 && memcmp (data, "\xEF\xBB\xBF", 3) == 0)
    {
      skip = 3;
      found = VSL_ENCODING_UTF8_BOM;
    }
  ascii = MAX (ascii, skip);
  if (g_utf8_validate_len ((const char *) data + ascii, size - ascii, NULL))
    {
      text = g_strndup ((const char *) data + skip, size - skip);
    }
  else
    {
      found = VSL_ENCODING_WINDOWS_1252;
      text = decode_windows_1252 (data, size, error);
    }

  if (text != NULL && encoding != NULL)
    *encoding = found;

  return text;
}
