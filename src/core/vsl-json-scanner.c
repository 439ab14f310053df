/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-core"

#include "config.h"

#include "core/vsl-json-scanner.h"

#include "core/vsl-json-error.h"

#include <glib/gi18n.h>
#include <string.h>

/*
 * The grammar of RFC 8259. json-glib 1.6 overflows the stack on deep input, ends strings at \u0000,
 * wraps large integers and accepts several documents in a row; so this goes over the bytes first, and
 * json-glib only sees what it passed.
 */

typedef struct
{
  const char *start;
  const char *at;
  const char *end;
} Scanner;

static gboolean
fail (Scanner       *scanner,
      VslJsonError   code,
      const char    *what,
      GError       **error)
{
  const char *p;
  guint line = 1, column = 1;

  for (p = scanner->start; p < scanner->at; p++)
    {
      column = *p == '\n' ? 1 : column + ((*p & 0xC0) != 0x80);
      line += *p == '\n';
    }

  /* Translators: what is wrong, then where */
  g_set_error (error, VSL_JSON_ERROR, code, _("This is not valid JSON: %s (line %u, column %u)."),
               what, line, column);

  return FALSE;
}

static gboolean
malformed (Scanner  *scanner,
           GError  **error)
{
  return fail (scanner, VSL_JSON_ERROR_MALFORMED,
               scanner->at >= scanner->end ? _("it ends too soon") : _("unexpected character"),
               error);
}

static void
skip_space (Scanner *scanner)
{
  while (scanner->at < scanner->end && strchr (" \t\r\n", *scanner->at) != NULL &&
         *scanner->at != '\0')
    scanner->at++;
}

static gboolean
scan_escape (Scanner  *scanner,
             GError  **error)
{
  guint i, value = 0;

  if (scanner->at >= scanner->end || *scanner->at == '\0' ||
      strchr ("\"\\/bfnrtu", *scanner->at) == NULL)
    return malformed (scanner, error);

  if (*scanner->at++ != 'u')
    return TRUE;

  for (i = 0; i < 4; i++, scanner->at++)
    {
      if (scanner->at >= scanner->end || !g_ascii_isxdigit (*scanner->at))
        return malformed (scanner, error);
      value = value * 16 + g_ascii_xdigit_value (*scanner->at);
    }

  if (value == 0)
    return fail (scanner, VSL_JSON_ERROR_MALFORMED, _("a text holds a null character"), error);

  return TRUE;
}

static gboolean
scan_string (Scanner  *scanner,
             GError  **error)
{
  if (scanner->at >= scanner->end || *scanner->at != '"')
    return malformed (scanner, error);

  scanner->at++;
  while (scanner->at < scanner->end && *scanner->at != '"')
    {
      guchar c = *scanner->at++;

      if (c < 0x20)
        {
          scanner->at--;
          return malformed (scanner, error);
        }
      if (c == '\\' && !scan_escape (scanner, error))
        return FALSE;
    }
  if (scanner->at >= scanner->end)
    return malformed (scanner, error);

  scanner->at++;
  return TRUE;
}

static guint
scan_digits (Scanner *scanner)
{
  const char *start = scanner->at;

  while (scanner->at < scanner->end && g_ascii_isdigit (*scanner->at))
    scanner->at++;

  return scanner->at - start;
}

/* An integer that json-glib would wrap is refused rather than read as another number. */
static gboolean
fits_in_int64 (const char *start,
               const char *end)
{
  g_autofree char *digits = g_strndup (start, end - start);

  return g_ascii_string_to_signed (digits, 10, G_MININT64, G_MAXINT64, NULL, NULL);
}

static gboolean
scan_number (Scanner  *scanner,
             GError  **error)
{
  const char *start = scanner->at;
  gboolean integer = TRUE;
  guint n_digits;

  if (*scanner->at == '-')
    scanner->at++;
  if (scanner->at < scanner->end && *scanner->at == '0')
    scanner->at++, n_digits = 1;
  else
    n_digits = scan_digits (scanner);
  if (n_digits == 0)
    return malformed (scanner, error);

  if (scanner->at < scanner->end && *scanner->at == '.')
    {
      integer = FALSE;
      scanner->at++;
      if (scan_digits (scanner) == 0)
        return malformed (scanner, error);
    }
  if (scanner->at < scanner->end && (*scanner->at == 'e' || *scanner->at == 'E'))
    {
      integer = FALSE;
      scanner->at++;
      if (scanner->at < scanner->end && (*scanner->at == '+' || *scanner->at == '-'))
        scanner->at++;
      if (scan_digits (scanner) == 0)
        return malformed (scanner, error);
    }

  if (integer && !fits_in_int64 (start, scanner->at))
    return fail (scanner, VSL_JSON_ERROR_MALFORMED, _("a number is too large"), error);

  return TRUE;
}

static gboolean
scan_word (Scanner     *scanner,
           const char  *word,
           GError     **error)
{
  gsize length = strlen (word);

  if ((gsize) (scanner->end - scanner->at) < length || strncmp (scanner->at, word, length) != 0)
    return malformed (scanner, error);

  scanner->at += length;
  return TRUE;
}

static gboolean
scan_scalar (Scanner  *scanner,
             GError  **error)
{
  if (scanner->at >= scanner->end)
    return malformed (scanner, error);

  switch (*scanner->at)
    {
    case '"':
      return scan_string (scanner, error);
    case 't':
      return scan_word (scanner, "true", error);
    case 'f':
      return scan_word (scanner, "false", error);
    case 'n':
      return scan_word (scanner, "null", error);
    default:
      if (*scanner->at == '-' || g_ascii_isdigit (*scanner->at))
        return scan_number (scanner, error);
      return malformed (scanner, error);
    }
}

/* A member's name and the colon behind it. */
static gboolean
scan_name (Scanner  *scanner,
           GError  **error)
{
  skip_space (scanner);
  if (!scan_string (scanner, error))
    return FALSE;
  skip_space (scanner);
  if (scanner->at >= scanner->end || *scanner->at != ':')
    return malformed (scanner, error);

  scanner->at++;
  return TRUE;
}

/* After a value: closes what ends here, and steps over the comma when something follows. */
static gboolean
scan_after_value (Scanner  *scanner,
                  char     *open,
                  guint    *depth,
                  GError  **error)
{
  for (;;)
    {
      skip_space (scanner);
      if (*depth == 0)
        {
          if (scanner->at < scanner->end)
            return fail (scanner, VSL_JSON_ERROR_MALFORMED, _("text follows after the end"), error);
          return TRUE;
        }
      if (scanner->at >= scanner->end)
        return malformed (scanner, error);
      if (*scanner->at == ',')
        {
          scanner->at++;
          return open[*depth - 1] == '[' || scan_name (scanner, error);
        }
      if (*scanner->at != (open[*depth - 1] == '[' ? ']' : '}'))
        return malformed (scanner, error);
      scanner->at++;
      (*depth)--;
    }
}

static gboolean
scan_document (Scanner  *scanner,
               GError  **error)
{
  char open[VSL_JSON_MAX_DEPTH];
  guint depth = 0;

  do
    {
      gboolean empty = FALSE;

      skip_space (scanner);
      if (scanner->at < scanner->end && (*scanner->at == '[' || *scanner->at == '{'))
        {
          if (depth == VSL_JSON_MAX_DEPTH)
            return fail (scanner, VSL_JSON_ERROR_TOO_DEEP, _("it is nested too deeply"), error);
          open[depth++] = *scanner->at++;
          skip_space (scanner);
          empty = scanner->at < scanner->end &&
                  *scanner->at == (open[depth - 1] == '[' ? ']' : '}');
          if (!empty)
            {
              if (open[depth - 1] == '{' && !scan_name (scanner, error))
                return FALSE;
              continue;
            }
        }
      else if (!scan_scalar (scanner, error))
        {
          return FALSE;
        }
      if (!scan_after_value (scanner, open, &depth, error))
        return FALSE;
    }
  while (depth > 0);

  return TRUE;
}

/**
 * vsl_json_scanner_check:
 * @text: a whole document; not terminated
 * @size: its bytes
 * @error: return location for a #VslJsonError
 *
 * Whether a document is JSON as vsl_json_parse() wants it. The error names what is wrong, and the line
 * and column where. Any thread.
 *
 * Returns: whether it is
 */
gboolean
vsl_json_scanner_check (const char  *text,
                        gsize        size,
                        GError     **error)
{
  Scanner scanner = { text, text, text + size };

  skip_space (&scanner);
  if (!g_utf8_validate_len (text, size, &scanner.at))
    return fail (&scanner, VSL_JSON_ERROR_MALFORMED, _("it is not UTF-8"), error);

  scanner.at = text;
  skip_space (&scanner);
  if (scanner.at >= scanner.end || (*scanner.at != '{' && *scanner.at != '['))
    return malformed (&scanner, error);

  return scan_document (&scanner, error);
}
