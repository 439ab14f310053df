/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "wordpress-site.h"

#include "cms/vsl-http.h"
#include "cms-await.h"

#include <string.h>

static const char pixel[] =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

const char *
setting (const char *name)
{
  const char *value = g_getenv (name);

  g_assert_nonnull (value);

  return value;
}

static JsonNode *
ask (const char *method,
     const char *route_and_query,
     GBytes     *body,
     const char *content_type,
     const char *disposition)
{
  g_autofree char *text = g_strconcat (setting ("WP_URL"), "/?rest_route=", route_and_query, NULL);
  g_autofree char *pair = g_strdup_printf ("%s:%s", setting ("WP_ADMIN_USER"),
                                           setting ("WP_ADMIN_APP_PASSWORD"));
  g_autofree char *encoded = g_base64_encode ((const guchar *) pair, strlen (pair));
  g_autofree char *authorization = g_strconcat ("Basic ", encoded, NULL);
  g_autoptr(GUri) uri = g_uri_parse (text, G_URI_FLAGS_ENCODED, NULL);
  g_autoptr(VslHttp) http = vsl_http_new (VSL_HTTP_DEADLINE_MS, NULL);
  g_autoptr(VslHttpRequest) request =
    vsl_http_request_new (method, uri, body != NULL ? VSL_HTTP_EFFECT : VSL_HTTP_READ);
  g_autoptr(VslHttpReply) reply = NULL;
  g_autoptr(GError) error = NULL;
  JsonNode *root;

  if (body != NULL)
    vsl_http_request_set_body (request, body, content_type);
  if (disposition != NULL)
    vsl_http_request_add_header (request, "Content-Disposition", disposition);
  vsl_http_set_credentials (http, uri, authorization);
  reply = await_send (http, request, NULL, &error);
  g_assert_no_error (error);
  if (body != NULL)
    g_assert_cmpuint (reply->status / 100, ==, 2);
  root = vsl_http_reply_parse_json (reply, &error);
  g_assert_no_error (error);

  return root;
}

JsonNode *
look (const char *route_and_query)
{
  return ask ("GET", route_and_query, NULL, NULL, NULL);
}

JsonNode *
tell (const char *route_and_query,
      const char *json)
{
  g_autoptr(GBytes) body = g_bytes_new (json, strlen (json));

  return ask ("POST", route_and_query, body, "application/json", NULL);
}

void
edit_as_colleague (VslRemoteCopy *copy,
                   const char    *json)
{
  g_autofree char *route = g_strconcat ("/wp/v2/posts/", vsl_remote_copy_get_remote_id (copy), NULL);
  g_autoptr(JsonNode) root = tell (route, json);

  g_assert_true (JSON_NODE_HOLDS_OBJECT (root));
}

gint64
add_picture (const char *name)
{
  gsize size;
  guchar *data = g_base64_decode (pixel, &size);
  g_autoptr(GBytes) body = g_bytes_new_take (data, size);
  g_autofree char *disposition = g_strdup_printf ("attachment; filename=\"%s.png\"", name);
  g_autoptr(JsonNode) root = ask ("POST", "/wp/v2/media", body, "image/png", disposition);

  return json_object_get_int_member (json_node_get_object (root), "id");
}
