/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cms"

#include "config.h"

#include "cms/vsl-http-reply.h"

#include "core/vsl-json.h"

#include <string.h>

#define MAX_RETRY_AFTER 3600

/**
 * vsl_http_reply_new:
 * @status: the HTTP status
 * @uri: what was asked
 * @headers: the headers of the answer
 * @body: the body of the answer, decoded
 * @effect: whether the request could change something on the server
 *
 * Returns: (transfer full): the reply
 */
VslHttpReply *
vsl_http_reply_new (guint               status,
                    GUri               *uri,
                    SoupMessageHeaders *headers,
                    GBytes             *body,
                    gboolean            effect)
{
  VslHttpReply *self;

  g_return_val_if_fail (uri != NULL && headers != NULL && body != NULL, NULL);

  self = g_new0 (VslHttpReply, 1);
  self->status = status;
  self->uri = g_uri_ref (uri);
  self->headers = soup_message_headers_ref (headers);
  self->body = g_bytes_ref (body);
  self->effect = effect;

  return self;
}

/**
 * vsl_http_reply_free:
 * @self: (nullable): a reply
 */
void
vsl_http_reply_free (VslHttpReply *self)
{
  if (self == NULL)
    return;

  g_uri_unref (self->uri);
  soup_message_headers_unref (self->headers);
  g_bytes_unref (self->body);
  g_free (self);
}

/**
 * vsl_http_reply_get_header:
 * @self: a reply
 * @name: the name of a header
 *
 * Returns: (transfer none) (nullable): its first value
 */
const char *
vsl_http_reply_get_header (VslHttpReply *self,
                           const char   *name)
{
  g_return_val_if_fail (self != NULL, NULL);

  return soup_message_headers_get_one (self->headers, name);
}

static gint64
parse_http_date (const char *text)
{
  g_autoptr(GDateTime) date = NULL;

  date = text != NULL ? soup_date_time_new_from_http_string (text) : NULL;

  return date != NULL ? g_date_time_to_unix (date) : 0;
}

/**
 * vsl_http_reply_get_date:
 * @self: a reply
 *
 * Returns: the server's clock, in seconds since 1970, or 0 when it did not tell
 */
gint64
vsl_http_reply_get_date (VslHttpReply *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return parse_http_date (vsl_http_reply_get_header (self, "Date"));
}

/**
 * vsl_http_reply_get_retry_after:
 * @self: a reply
 *
 * Reads both forms of RFC 9110 10.2.3; a date counts from the server's own clock.
 *
 * Returns: the seconds to wait, at most an hour; 0 when the server did not say
 */
guint
vsl_http_reply_get_retry_after (VslHttpReply *self)
{
  const char *value;
  guint64 seconds;
  gint64 date, now;

  g_return_val_if_fail (self != NULL, 0);

  value = vsl_http_reply_get_header (self, "Retry-After");
  if (value == NULL)
    return 0;

  if (g_ascii_string_to_unsigned (value, 10, 0, G_MAXINT64, &seconds, NULL))
    return MIN (seconds, MAX_RETRY_AFTER);

  date = parse_http_date (value);
  now = vsl_http_reply_get_date (self);
  if (now == 0)
    now = g_get_real_time () / G_USEC_PER_SEC;

  return date > now ? (guint) MIN (date - now, MAX_RETRY_AFTER) : 0;
}

/* One link-value of RFC 8288 from @at on; *end is set behind it. */
static char *
scan_link (const char  *at,
           const char  *rel,
           const char **end)
{
  const char *open = strchr (at, '<');
  const char *close = open != NULL ? strchr (open, '>') : NULL;
  const char *p;
  g_autofree char *parameters = NULL;
  g_autofree char *quoted = g_strdup_printf ("rel=\"%s\"", rel);
  g_autofree char *bare = g_strdup_printf ("rel=%s", rel);
  gboolean in_quotes = FALSE;

  if (close == NULL)
    {
      *end = at + strlen (at);
      return NULL;
    }
  for (p = close + 1; *p != '\0' && (in_quotes || *p != ','); p++)
    in_quotes ^= *p == '"';
  *end = p;

  parameters = g_strndup (close + 1, p - close - 1);
  if (strstr (parameters, quoted) == NULL && strstr (parameters, bare) == NULL)
    return NULL;

  return g_strndup (open + 1, close - open - 1);
}

/**
 * vsl_http_reply_dup_link:
 * @self: a reply
 * @rel: a relation, for example `https://api.w.org/`
 *
 * Returns: (transfer full) (nullable): the target of the first `Link` with that relation, as it is
 *   written there
 */
char *
vsl_http_reply_dup_link (VslHttpReply *self,
                         const char   *rel)
{
  const char *at;

  g_return_val_if_fail (self != NULL, NULL);

  at = soup_message_headers_get_list (self->headers, "Link");
  while (at != NULL && *at != '\0')
    {
      const char *end;
      g_autofree char *target = scan_link (at, rel, &end);

      if (target != NULL)
        return g_steal_pointer (&target);
      at = *end == ',' ? end + 1 : end;
    }

  return NULL;
}

/**
 * vsl_http_reply_is_success:
 * @self: a reply
 *
 * Returns: whether the status is a 2xx
 */
gboolean
vsl_http_reply_is_success (VslHttpReply *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->status >= 200 && self->status < 300;
}

/**
 * vsl_http_reply_is_redirect:
 * @self: a reply
 *
 * Returns: whether it sends the asker elsewhere
 */
gboolean
vsl_http_reply_is_redirect (VslHttpReply *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->status >= 300 && self->status < 400 && self->status != SOUP_STATUS_NOT_MODIFIED;
}

/* The beginning of the body as text; enough to tell what it is. */
static char *
dup_beginning (VslHttpReply *self,
               gsize         max)
{
  gsize size;
  const char *data = g_bytes_get_data (self->body, &size);
  g_autofree char *start = g_strndup (data != NULL ? data : "", MIN (size, max));

  return g_utf8_make_valid (start, -1);
}

/**
 * vsl_http_reply_looks_like_html:
 * @self: a reply
 *
 * Returns: whether the body is a page for people
 */
gboolean
vsl_http_reply_looks_like_html (VslHttpReply *self)
{
  g_autofree char *start = NULL;
  g_autofree char *folded = NULL;
  const char *type;

  g_return_val_if_fail (self != NULL, FALSE);

  start = g_strstrip (dup_beginning (self, 1024));
  if (start[0] == '{' || start[0] == '[')
    return FALSE;

  folded = g_ascii_strdown (start, -1);
  if (strstr (folded, "<!doctype html") != NULL || strstr (folded, "<html") != NULL)
    return TRUE;

  type = soup_message_headers_get_content_type (self->headers, NULL);

  return type != NULL && g_ascii_strcasecmp (type, "text/html") == 0;
}

/**
 * vsl_http_reply_has_php_warning:
 * @self: a reply
 *
 * Returns: whether a message of PHP stands where the answer should begin
 */
gboolean
vsl_http_reply_has_php_warning (VslHttpReply *self)
{
  static const char * const words[] = { "Warning", "Notice", "Deprecated", "Fatal error",
                                        "Parse error" };
  g_autofree char *start = NULL;
  guint i;

  g_return_val_if_fail (self != NULL, FALSE);

  start = dup_beginning (self, 4096);
  for (i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *marked = g_strdup_printf ("<b>%s</b>:", words[i]);
      g_autofree char *bare = g_strdup_printf ("%s: ", words[i]);

      if (strstr (start, marked) != NULL || g_str_has_prefix (g_strchug (start), bare))
        return TRUE;
    }

  return FALSE;
}

/**
 * vsl_http_reply_parse_json:
 * @self: a reply
 * @error: return location for an error
 *
 * Reads the body as JSON, strictly but for a byte order mark, which broken plug-ins put before it.
 *
 * Returns: (transfer full): the root, or %NULL with a #VslJsonError
 */
JsonNode *
vsl_http_reply_parse_json (VslHttpReply  *self,
                           GError       **error)
{
  g_autoptr(GBytes) body = NULL;
  const char *data;
  gsize size;

  g_return_val_if_fail (self != NULL, NULL);

  data = g_bytes_get_data (self->body, &size);
  if (size >= 3 && memcmp (data, "\xEF\xBB\xBF", 3) == 0)
    body = g_bytes_new_from_bytes (self->body, 3, size - 3);
  else
    body = g_bytes_ref (self->body);

  return vsl_json_parse (body, 0, error);
}
