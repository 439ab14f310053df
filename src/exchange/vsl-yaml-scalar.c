/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-exchange"

#include "config.h"

#include "exchange/vsl-yaml-scalar.h"

#include <glib/gi18n.h>
#include <string.h>

/* One value of a front matter: "with escapes", 'with doubled quotes', or bare. */

static const char escapes[][2] = {
  { 'n', '\n' }, { 't', '\t' }, { 'r', '\r' }, { '"', '"' }, { '\\', '\\' }, { '/', '/' },
  { 'b', '\b' }, { 'f', '\f' }, { 'v', '\v' }, { 'a', '\a' }, { 'e', 27 },
};

static guint
column_of (const char *line,
           const char *p)
{
  return (guint) g_utf8_strlen (line, p - line) + 1;
}

/* Reads the escape behind the backslash at @p. Returns what follows it; %NULL when there is none such. */
static const char *
parse_escape (const char *p,
              char        result[8])
{
  guint i, n_digits;
  char *digits_end = NULL;
  gunichar c;

  for (i = 0; i < G_N_ELEMENTS (escapes); i++)
    {
      if (p[1] == escapes[i][0])
        {
          result[0] = escapes[i][1];
          result[1] = '\0';
          return p + 2;
        }
    }

  n_digits = p[1] == 'x' ? 2 : p[1] == 'u' ? 4 : p[1] == 'U' ? 8 : 0;
  if (n_digits == 0 || strspn (p + 2, "0123456789abcdefABCDEF") < n_digits)
    return NULL;
  else
    {
      g_autofree char *digits = g_strndup (p + 2, n_digits);

      c = (gunichar) g_ascii_strtoull (digits, &digits_end, 16);
    }
  if (c == 0 || !g_unichar_validate (c))
    return NULL;
  result[g_unichar_to_utf8 (c, result)] = '\0';

  return p + 2 + n_digits;
}

static const char *
parse_double_quoted (const char   *line,
                     const char   *p,
                     guint         number,
                     VslFieldText *text)
{
  guint column = column_of (line, p);

  while (*p != '\0' && *p != '"')
    {
      gsize length = strcspn (p, "\\\"");
      char escaped[8] = { 0 };
      const char *next;

      vsl_field_text_add (text, p, length, number, column);
      column += (guint) g_utf8_strlen (p, length);
      p += length;
      if (*p != '\\')
        continue;
      next = parse_escape (p, escaped);
      if (next == NULL)
        return NULL;
      vsl_field_text_add (text, escaped, strlen (escaped), number, column);
      column += (guint) (next - p);
      p = next;
    }

  return *p == '"' ? p + 1 : NULL;
}

static const char *
parse_single_quoted (const char   *line,
                     const char   *p,
                     guint         number,
                     VslFieldText *text)
{
  guint column = column_of (line, p);

  for (;;)
    {
      gsize length = strcspn (p, "'");

      vsl_field_text_add (text, p, length, number, column);
      column += (guint) g_utf8_strlen (p, length);
      p += length;
      if (*p == '\0')
        return NULL;
      if (p[1] != '\'')
        return p + 1;
      vsl_field_text_add (text, p, 1, number, column);
      column += 2;
      p += 2;
    }
}

static const char *
parse_bare (const char   *line,
            const char   *p,
            const char   *stop,
            guint         number,
            VslFieldText *text)
{
  const char *end = p + strcspn (p, stop);
  const char *comment = *stop == '\0' ? strstr (p, " #") : NULL;
  gsize length;

  if (comment != NULL)
    end = comment;
  for (length = end - p; length > 0 && g_ascii_isspace (p[length - 1]);)
    length--;
  if (!(length == 4 && strncmp (p, "null", 4) == 0) && !(length == 1 && *p == '~'))
    vsl_field_text_add (text, p, length, number, column_of (line, p));

  return *stop == '\0' ? p + strlen (p) : end;
}

/**
 * vsl_yaml_scalar_parse:
 * @line: a line of the front matter
 * @offset: where the value starts, in bytes
 * @stop: the characters that end a bare value; empty for the end of the line
 * @number: the number of the line in the file, from 1
 * @text: where the value is added
 * @end: (out): behind the value, in bytes
 * @error: return location for an error
 *
 * Reads one value. Values over several lines (`|`, `>`), anchors and tags are not read.
 *
 * Returns: whether it could be read
 */
gboolean
vsl_yaml_scalar_parse (const char    *line,
                       gsize          offset,
                       const char    *stop,
                       guint          number,
                       VslFieldText  *text,
                       gsize         *end,
                       GError       **error)
{
  const char *p = line + offset;
  const char *rest;

  if (*p == '"')
    rest = parse_double_quoted (line, p + 1, number, text);
  else if (*p == '\'')
    rest = parse_single_quoted (line, p + 1, number, text);
  else if (*p != '\0' && strchr ("|>&*!{%@`", *p) != NULL)
    rest = NULL;
  else
    rest = parse_bare (line, p, stop, number, text);

  if (rest == NULL)
    {
      g_set_error (error, VSL_EXCHANGE_ERROR, VSL_EXCHANGE_ERROR_UNREADABLE,
                   _("The value on line %u of the front matter cannot be read. Put it between "
                     "double quotation marks on one line."),
                   number);
      return FALSE;
    }

  *end = rest - line;
  return TRUE;
}

/**
 * vsl_yaml_scalar_append:
 * @out: where to write
 * @text: a value
 *
 * Appends @text between double quotation marks, on one line.
 */
void
vsl_yaml_scalar_append (GString    *out,
                        const char *text)
{
  const char *p;

  g_string_append_c (out, '"');
  for (p = text; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_printf (out, "\\%c", *p);
      else if (*p == '\n')
        g_string_append (out, "\\n");
      else if ((guchar) *p < 0x20 || *p == 0x7F)
        g_string_append_printf (out, "\\x%02X", (guchar) *p);
      else
        g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}
