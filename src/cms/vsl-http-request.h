/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef enum
{
  VSL_HTTP_READ       = 0,
  VSL_HTTP_EFFECT     = 1 << 0, /* changes something there: no answer means in doubt */
  VSL_HTTP_ANONYMOUS  = 1 << 1, /* without credentials, also to the pinned origin */
  VSL_HTTP_REUSE      = 1 << 2  /* an effect that may go over a connection that is open already */
} VslHttpFlags;

/* Bytes of a body that have left, of so many. */
typedef void (*VslHttpProgress) (goffset  done,
                                 goffset  total,
                                 gpointer data);

/**
 * VslHttpRequest:
 *
 * One request, built by a brand and read by the sender. Freed by its one owner.
 */
typedef struct
{
  const char   *method;       /* a literal */
  GUri         *uri;          /* (owned) */
  VslHttpFlags  flags;
  GBytes       *body;         /* (owned) (nullable) */
  char         *content_type; /* (owned) (nullable) */
  GPtrArray    *headers;      /* (owned): names and values in turn */
  GInputStream *stream;       /* (owned) (nullable) a body that is read while it is sent */
  goffset       length;       /* bytes of @stream */
  VslHttpProgress progress;   /* (nullable) */
  gpointer      progress_data;
} VslHttpRequest;

VslHttpRequest *vsl_http_request_new        (const char     *method,
                                             GUri           *uri,
                                             VslHttpFlags    flags) G_GNUC_WARN_UNUSED_RESULT;
void            vsl_http_request_free       (VslHttpRequest *self);
void            vsl_http_request_set_body   (VslHttpRequest *self,
                                             GBytes         *body,
                                             const char     *content_type);
void            vsl_http_request_set_stream (VslHttpRequest  *self,
                                             GInputStream    *stream,
                                             goffset          length,
                                             const char      *content_type,
                                             VslHttpProgress  progress,
                                             gpointer         progress_data);
void            vsl_http_request_set_json   (VslHttpRequest *self,
                                             JsonNode       *root);
void            vsl_http_request_add_header (VslHttpRequest *self,
                                             const char     *name,
                                             const char     *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VslHttpRequest, vsl_http_request_free)

G_END_DECLS
