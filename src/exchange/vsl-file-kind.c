/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define _GNU_SOURCE /* memmem() */
#define G_LOG_DOMAIN "vsl-exchange"

#include "config.h"

#include "exchange/vsl-file-kind.h"

#include "exchange/vsl-front-matter.h"

#include <glib/gi18n.h>
#include <string.h>

#define ZIP_MAGIC "PK\x03\x04"

/* First bytes of files that are often dropped on an editor but are no text. */
static const struct
{
  const char *bytes;
  gsize length;
  const char *message;
} magics[] = {
  { "\x89PNG\r\n\x1A\n", 8, N_ ("This is a picture (PNG), not a text.") },
  { "\xFF\xD8\xFF", 3, N_ ("This is a picture (JPEG), not a text.") },
  { "GIF8", 4, N_ ("This is a picture (GIF), not a text.") },
  { "RIFF", 4, N_ ("This is a sound or picture file, not a text.") },
  { "ID3", 3, N_ ("This is a sound recording, not a text.") },
  { "%PDF-", 5, N_ ("This is a PDF. Copy its text to a text file first.") },
  { "{\\rtf", 5, N_ ("This is an RTF file. Save it as plain text (.txt) first.") },
  { "\xD0\xCF\x11\xE0", 4, N_ ("This is an old Word document (.doc). Save it as plain text (.txt) "
                              "first.") },
  { "\x1F\x8B", 2, N_ ("This is a compressed file. Unpack it first.") },
  { "SQLite format 3", 15, N_ ("This is a database, not a text.") },
};

static gboolean
contains (const char *data,
          gsize       size,
          const char *needle)
{
  return memmem (data, size, needle, strlen (needle)) != NULL;
}

static const char *
refuse_zip (const char *data,
            gsize       size)
{
  gsize looked = MIN (size, 64 * 1024);

  if (contains (data, looked, "word/") || contains (data, looked, "[Content_Types].xml"))
    return N_ ("This is a Word document (.docx). Save it as plain text (.txt) first.");
  if (contains (data, looked, "opendocument.text"))
    return N_ ("This is an OpenDocument text (.odt). Save it as plain text (.txt) first.");

  return N_ ("This is a ZIP archive. Unpack it first.");
}

/**
 * vsl_file_kind_refuse:
 * @bytes: a file
 *
 * Knows files that are no text by their first bytes.
 *
 * Returns: (nullable): why @bytes cannot be read, not yet translated; %NULL when it may be text
 */
const char *
vsl_file_kind_refuse (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  guint i;

  if (size >= 4 && memcmp (data, ZIP_MAGIC, 4) == 0)
    return refuse_zip (data, size);
  for (i = 0; i < G_N_ELEMENTS (magics); i++)
    {
      if (size >= magics[i].length && memcmp (data, magics[i].bytes, magics[i].length) == 0)
        return magics[i].message;
    }

  return NULL;
}

static gboolean
has_ending (const char *name,
            const char *ending)
{
  gsize length = strlen (ending);
  gsize name_length = name != NULL ? strlen (name) : 0;

  return name_length > length && g_ascii_strcasecmp (name + name_length - length, ending) == 0;
}

static gboolean
starts_with (const char *text,
             const char *start)
{
  return g_ascii_strncasecmp (text, start, strlen (start)) == 0;
}

/**
 * vsl_file_kind_guess:
 * @name: (nullable): the name of a file
 * @text: its text
 *
 * Tells the format of a file by the ending of its name, else by how its text starts.
 *
 * Returns: the format; %VSL_FORMAT_AUTO for one that is known but not read here
 */
VslFormat
vsl_file_kind_guess (const char *name,
                     const char *text)
{
  const char *p = text + strspn (text, " \t\r\n");

  if (has_ending (name, ".txt") || has_ending (name, ".text"))
    return VSL_FORMAT_TEXT;
  if (has_ending (name, ".md") || has_ending (name, ".markdown"))
    return VSL_FORMAT_MARKDOWN;
  if (has_ending (name, ".html") || has_ending (name, ".htm") || has_ending (name, ".xhtml"))
    return VSL_FORMAT_HTML;
  if (has_ending (name, ".json") || has_ending (name, ".docx") || has_ending (name, ".odt"))
    return VSL_FORMAT_AUTO;

  if (starts_with (p, "<!-- wp:"))
    return VSL_FORMAT_BLOCKS;
  if (starts_with (p, "<!doctype html") || starts_with (p, "<html") || starts_with (p, "<body") ||
      starts_with (p, "<article"))
    return VSL_FORMAT_HTML;
  if (vsl_front_matter_is_at_start (text) || starts_with (p, "# "))
    return VSL_FORMAT_MARKDOWN;
  if (*p == '{' && p[1 + strspn (p + 1, " \t\r\n")] == '"')
    return VSL_FORMAT_AUTO;

  return VSL_FORMAT_TEXT;
}
