/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-markup"

#include "markup/vsl-escape.h"

#include <string.h>

/* Characters that stand for something else, and control characters, which no HTML, XML or feed may
 * hold. */
static const char text_specials[] = "&<>\302\"\1\2\3\4\5\6\7\b\v\f\16\17\20\21\22\23\24\25\26\27"
                                    "\30\31\32\33\34\35\36\37\177";

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
      gsize run = MIN (strcspn (text, text_specials), (gsize) (end - text));

      g_string_append_len (out, text, run);
      text += run;
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
