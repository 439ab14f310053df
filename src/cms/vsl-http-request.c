/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cms"

#include "config.h"

#include "cms/vsl-http-request.h"

#include <string.h>

/**
 * vsl_http_request_new:
 * @method: `GET`, `HEAD` or `POST`; `PUT` only for an API that has nothing else
 * @uri: what is asked
 * @flags: how it is sent
 *
 * Returns: (transfer full): a request without a body
 */
VslHttpRequest *
vsl_http_request_new (const char   *method,
                      GUri         *uri,
                      VslHttpFlags  flags)
{
  VslHttpRequest *self;

  g_return_val_if_fail (method != NULL && uri != NULL, NULL);

  self = g_new0 (VslHttpRequest, 1);
  self->method = g_intern_string (method);
  self->uri = g_uri_ref (uri);
  self->flags = flags;
  self->headers = g_ptr_array_new_with_free_func (g_free);

  return self;
}

/**
 * vsl_http_request_free:
 * @self: (nullable): a request
 */
void
vsl_http_request_free (VslHttpRequest *self)
{
  if (self == NULL)
    return;

  g_uri_unref (self->uri);
  g_clear_pointer (&self->body, g_bytes_unref);
  g_clear_object (&self->stream);
  g_free (self->content_type);
  g_ptr_array_unref (self->headers);
  g_free (self);
}

/**
 * vsl_http_request_set_body:
 * @self: a request
 * @body: its body
 * @content_type: what the body is
 */
void
vsl_http_request_set_body (VslHttpRequest *self,
                           GBytes         *body,
                           const char     *content_type)
{
  g_return_if_fail (self != NULL && body != NULL && content_type != NULL);

  g_bytes_ref (body);
  g_clear_pointer (&self->body, g_bytes_unref);
  self->body = body;
  g_free (self->content_type);
  self->content_type = g_strdup (content_type);
}

/**
 * vsl_http_request_set_stream:
 * @self: a request
 * @stream: its body
 * @length: how many bytes @stream has
 * @content_type: what the body is
 * @progress: (nullable): called in the main thread while it is sent
 * @progress_data: for @progress; must outlive the request
 *
 * Gives the request a body that is never whole in memory. It is read once, so such a request cannot
 * be sent again.
 */
void
vsl_http_request_set_stream (VslHttpRequest  *self,
                             GInputStream    *stream,
                             goffset          length,
                             const char      *content_type,
                             VslHttpProgress  progress,
                             gpointer         progress_data)
{
  g_return_if_fail (self != NULL && G_IS_INPUT_STREAM (stream) && content_type != NULL);

  g_set_object (&self->stream, stream);
  self->length = length;
  self->progress = progress;
  self->progress_data = progress_data;
  g_free (self->content_type);
  self->content_type = g_strdup (content_type);
}

/**
 * vsl_http_request_set_json:
 * @self: a request
 * @root: what its body holds
 */
void
vsl_http_request_set_json (VslHttpRequest *self,
                           JsonNode       *root)
{
  g_autoptr(GBytes) body = NULL;
  char *text;

  g_return_if_fail (self != NULL && root != NULL);

  text = json_to_string (root, FALSE);
  body = g_bytes_new_take (text, strlen (text));
  vsl_http_request_set_body (self, body, "application/json; charset=utf-8");
}

/**
 * vsl_http_request_add_header:
 * @self: a request
 * @name: the name of a header, never `Authorization`: see vsl_http_set_credentials()
 * @value: its value
 */
void
vsl_http_request_add_header (VslHttpRequest *self,
                             const char     *name,
                             const char     *value)
{
  g_return_if_fail (self != NULL && name != NULL && value != NULL);
  g_return_if_fail (g_ascii_strcasecmp (name, "Authorization") != 0);

  g_ptr_array_add (self->headers, g_strdup (name));
  g_ptr_array_add (self->headers, g_strdup (value));
}
