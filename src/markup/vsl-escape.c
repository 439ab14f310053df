/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-markup"

#include "markup/vsl-escape.h"

#include <string.h>

/* What does not stand for itself: the marks of HTML, control characters, which no HTML, XML or feed
 * may hold, and the first byte of a no-break space. A table, since every character goes by here. */
static const guint8 is_special[256] = {
  [1] = 1, 1, 1, 1, 1, 1, 1, 1, [11] = 1, 1, [14] = 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
  1, 1, 1, ['"'] = 1, ['&'] = 1, ['<'] = 1, ['>'] = 1, [0x7f] = 1, [0xc2] = 1,
};

static const char *
find_special (const char *text,
              const char *end)
{
  while (text < end && !is_special[(guchar) *text])
    text++;

  return text;
}

static void
append_escaped (GString    *out,
                const char *text,
                gsize       length,
                gboolean    quotes,
                VslTarget   target)
{
  const char *end = text + length;

  while (text < end)
    {
      const char *special = find_special (text, end);

      g_string_append_len (out, text, special - text);
      text = special;
      if (text == end)
        break;

      if (*text == '&')
        g_string_append (out, "&amp;");
      else if (*text == '<')
        g_string_append (out, "&lt;");
      else if (*text == '>')
        g_string_append (out, "&gt;");
      else if (*text == '"')
        g_string_append (out, quotes ? "&quot;" : "\"");
      else if (*text == '\302' && text[1] == '\240' && target == VSL_TARGET_BLOCKS)
        g_string_append (out, "&nbsp;"), text++;
      else if (*text == '\302')
        g_string_append_len (out, text, 2), text++;

      text++;
    }
}

/**
 * vsl_escape_append_text:
 * @out: where to
 * @text: valid UTF-8
 * @length: its length in bytes, or -1
 * @target: blocks write a no-break space as browsers do, as `&nbsp;`
 *
 * Writes text between tags. Quotation marks stay as they are; control characters are left out.
 */
void
vsl_escape_append_text (GString    *out,
                        const char *text,
                        gssize      length,
                        VslTarget   target)
{
  append_escaped (out, text, length < 0 ? strlen (text) : (gsize) length, FALSE, target);
}

/**
 * vsl_escape_append_attribute:
 * @out: where to
 * @text: valid UTF-8
 * @target: as for vsl_escape_append_text()
 *
 * Writes text between the double quotation marks of an attribute.
 */
void
vsl_escape_append_attribute (GString    *out,
                             const char *text,
                             VslTarget   target)
{
  append_escaped (out, text, strlen (text), TRUE, target);
}

/**
 * vsl_escape_append_url:
 * @out: where to
 * @url: an address
 *
 * Writes an address between the double quotation marks of an attribute: what an address may not
 * hold (RFC 3986) percent-encoded, what stands encoded already left alone.
 */
void
vsl_escape_append_url (GString    *out,
                       const char *url)
{
  for (const char *p = url; *p != '\0'; p++)
    {
      if (*p == '&')
        g_string_append (out, "&amp;");
      else if ((guchar) *p <= ' ' || (guchar) *p >= 0x7f || strchr ("\"<>[\\]^`{|}", *p) != NULL)
        g_string_append_printf (out, "%%%02X", (guchar) *p);
      else
        g_string_append_c (out, *p);
    }
}

/**
 * vsl_escape_append_json:
 * @out: where to
 * @text: valid UTF-8
 *
 * Writes a JSON string as WordPress writes it inside the comment that delimits a block: nothing in
 * it can end the comment or be taken for a tag.
 */
void
vsl_escape_append_json (GString    *out,
                        const char *text)
{
  g_string_append_c (out, '"');

  for (const char *p = text; *p != '\0'; p++)
    {
      if ((guchar) *p < ' ' || *p == '"' || *p == '\\' || *p == '<' || *p == '>' || *p == '&')
        g_string_append_printf (out, "\\u%04x", (guchar) *p);
      else if (*p == '-' && p[1] == '-')
        g_string_append (out, "\\u002d\\u002d"), p++;
      else
        g_string_append_c (out, *p);
    }

  g_string_append_c (out, '"');
}
