/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <json-glib/json-glib.h>
#include <libsoup/soup.h>

G_BEGIN_DECLS

/**
 * VslHttpReply:
 *
 * What a server answered, read to its end. Immutable once made; freed by its one owner.
 */
typedef struct
{
  guint               status;
  GUri               *uri;     /* (owned) what was asked */
  SoupMessageHeaders *headers; /* (owned) */
  GBytes             *body;    /* (owned) decoded */
  gboolean            effect;  /* the request could change something there */
} VslHttpReply;

VslHttpReply *vsl_http_reply_new             (guint                status,
                                              GUri                *uri,
                                              SoupMessageHeaders  *headers,
                                              GBytes              *body,
                                              gboolean             effect) G_GNUC_WARN_UNUSED_RESULT;
void          vsl_http_reply_free            (VslHttpReply        *self);
const char   *vsl_http_reply_get_header      (VslHttpReply        *self,
                                              const char          *name);
guint         vsl_http_reply_get_retry_after (VslHttpReply        *self);
gint64        vsl_http_reply_get_date        (VslHttpReply        *self);
char         *vsl_http_reply_dup_link        (VslHttpReply        *self,
                                              const char          *rel) G_GNUC_WARN_UNUSED_RESULT;
gboolean      vsl_http_reply_is_success      (VslHttpReply        *self);
gboolean      vsl_http_reply_is_redirect     (VslHttpReply        *self);
gboolean      vsl_http_reply_looks_like_html (VslHttpReply        *self);
gboolean      vsl_http_reply_has_php_warning (VslHttpReply        *self);
JsonNode     *vsl_http_reply_parse_json      (VslHttpReply        *self,
                                              GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VslHttpReply, vsl_http_reply_free)

G_END_DECLS
