/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-exchange"

#include "exchange/vsl-plain-escape.h"

#include <string.h>

/*
 * Plain text in a Markdown body: a backslash before every sign that CommonMark 0.30 would read as
 * something else than itself, and before no other, so that ordinary text stays as it is.
 */

#define SIGNS "\\`*_<&]"

static gboolean
ends_line (char c)
{
  return c == '\0' || c == '\n';
}

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t' || ends_line (c);
}

/* Whether a character joins words on both its sides, so that no emphasis can start or end there. */
static gboolean
is_word_char (const char *line,
              const char *p)
{
  return p >= line && g_unichar_isalnum (g_utf8_get_char (p));
}

/* A line of nothing but one sign: an underlining or a rule. */
static gboolean
is_row_of (const char *line,
           char        sign)
{
  const char *p;

  for (p = line; !ends_line (*p); p++)
    {
      if (*p != sign && *p != ' ' && *p != '\t')
        return FALSE;
    }

  return TRUE;
}

/* `&amp;`, `&#233;`: what stands for a character. */
static gboolean
is_entity (const char *p)
{
  gsize length = 1;

  if (p[length] == '#')
    length++;
  while (g_ascii_isalnum (p[length]) && length < 34)
    length++;

  return length > 1 && p[length] == ';';
}

/* `<b>`, `</b>`, `<!--`, `<?x`, `<http://…>`, `<name@host>`; not `a < b` and `<3`. */
static gboolean
opens_angle (const char *p)
{
  gsize length;

  if (g_ascii_isalpha (p[1]) || p[1] == '/' || p[1] == '!' || p[1] == '?')
    return TRUE;
  length = strcspn (p + 1, " \t\n<>");

  return p[1 + length] == '>' && memchr (p + 1, '@', length) != NULL;
}

/* The first digit of `12. ` or `3) `: where the sign behind the digits must be escaped. In the middle
 * of a paragraph only a 1 starts a list. */
static const char *
find_list_sign (const char *line,
                gboolean    first_line)
{
  gsize n_digits = 0;

  while (g_ascii_isdigit (line[n_digits]))
    n_digits++;
  if (n_digits == 0 || n_digits > 9 || (line[n_digits] != '.' && line[n_digits] != ')') ||
      !is_blank (line[n_digits + 1]))
    return NULL;
  if (!first_line && (g_ascii_strtoull (line, NULL, 10) != 1 || ends_line (line[n_digits + 1])))
    return NULL;

  return line + n_digits;
}

/* What only means something at the start of a line. */
static gboolean
starts_block (const char *line)
{
  switch (*line)
    {
    case '#':
      return is_blank (line[strspn (line, "#")]) && strspn (line, "#") <= 6;
    case '>':
      return TRUE;
    case '-':
      return is_blank (line[1]) || is_row_of (line, '-');
    case '+':
      return is_blank (line[1]);
    case '=':
      return is_row_of (line, '=');
    case '_':
      return is_row_of (line, '_');
    case '*':
      return is_blank (line[1]) || is_row_of (line, '*');
    case '~':
      return g_str_has_prefix (line, "~~~");
    case ':':
      return g_str_has_prefix (line, ":::");
    default:
      return FALSE;
    }
}

/**
 * vsl_plain_needs_escape:
 * @line: a line without white space at its start, ended by a newline or a NUL
 * @p: an ASCII character of @line
 * @first_line: whether @line is the first of its paragraph
 *
 * Returns: whether @p needs a backslash before it to mean itself in Markdown
 */
gboolean
vsl_plain_needs_escape (const char *line,
                        const char *p,
                        gboolean    first_line)
{
  const char *before = p > line ? g_utf8_find_prev_char (line, p) : NULL;

  if (p == line && starts_block (line))
    return TRUE;

  switch (*p)
    {
    case '\\':
      return g_ascii_ispunct (p[1]) || ends_line (p[1]);
    case '`':
      return TRUE;
    case '*':
      return !((before == NULL || is_blank (*before)) && is_blank (p[1]));
    case '_':
      return !((before == NULL || is_blank (*before)) && is_blank (p[1])) &&
             !(before != NULL && is_word_char (line, before) && is_word_char (line, p + 1));
    case '<':
      return opens_angle (p);
    case '&':
      return is_entity (p);
    case ']':
      return p[1] == '(' || p[1] == '[' || p[1] == ':';
    case '.':
    case ')':
      return before != NULL && g_ascii_isdigit (*before) &&
             find_list_sign (line, first_line) == p;
    default:
      return FALSE;
    }
}

/**
 * vsl_plain_next_escape:
 * @line: a line without white space at its start, ended by a newline or a NUL
 * @from: where to start looking, in bytes
 * @first_line: whether @line is the first of its paragraph
 *
 * Returns: the byte offset of the next sign that needs a backslash; the end of the line when none
 *   does
 */
gsize
vsl_plain_next_escape (const char *line,
                       gsize       from,
                       gboolean    first_line)
{
  const char *sign = find_list_sign (line, first_line);
  const char *p = line + from;

  if (from == 0 && starts_block (line))
    return 0;
  if (sign != NULL && p <= sign)
    return sign - line;

  for (;; p++)
    {
      p += strcspn (p, SIGNS "\n");
      if (ends_line (*p) || vsl_plain_needs_escape (line, p, first_line))
        return p - line;
    }
}

/**
 * vsl_plain_escape:
 * @text: a paragraph of plain text, each line without white space at its ends
 *
 * Returns: (transfer full): Markdown that means @text
 */
char *
vsl_plain_escape (const char *text)
{
  g_autoptr(GString) out = g_string_sized_new (strlen (text) + 16);
  const char *line = text;

  for (;;)
    {
      gsize from = 0;

      for (;;)
        {
          gsize next = vsl_plain_next_escape (line, from, line == text);

          g_string_append_len (out, line + from, next - from);
          from = next;
          if (ends_line (line[next]))
            break;
          g_string_append_c (out, '\\');
          g_string_append_c (out, line[from++]);
        }
      line += from;
      if (*line == '\0')
        break;
      g_string_append_c (out, '\n');
      line++;
    }

  return g_string_free (g_steal_pointer (&out), FALSE);
}

/**
 * vsl_plain_unescape:
 * @markdown: a paragraph of Markdown
 *
 * Drops the backslashes that stand before a sign. The text is that of the paragraph only when
 * vsl_plain_escape() gives @markdown again.
 *
 * Returns: (transfer full): the text
 */
char *
vsl_plain_unescape (const char *markdown)
{
  g_autoptr(GString) out = g_string_sized_new (strlen (markdown));
  const char *p;

  for (p = markdown; *p != '\0'; p++)
    {
      if (*p == '\\' && g_ascii_ispunct (p[1]))
        p++;
      g_string_append_c (out, *p);
    }

  return g_string_free (g_steal_pointer (&out), FALSE);
}
