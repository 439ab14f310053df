/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "cms/vsl-cms-error.h"
#include "cms/vsl-http-reply.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Why a request ended without an answer, where the error of the library does not tell. */
typedef enum
{
  VSL_HTTP_STOP_NONE,
  VSL_HTTP_STOP_CALLER,    /* the caller cancelled */
  VSL_HTTP_STOP_DEADLINE,
  VSL_HTTP_STOP_RESTARTED, /* the library was about to send it a second time */
  VSL_HTTP_STOP_TOO_LARGE
} VslHttpStop;

/* What was known of a request when it ended without an answer. */
typedef struct
{
  GUri                 *uri;         /* (unowned) */
  VslHttpStop           stop;
  gboolean              begun;       /* a byte of it may have been written */
  gboolean              effect;      /* it could change something there */
  GTlsCertificateFlags  certificate; /* what is wrong with the server's */
} VslHttpFailure;

GError *vsl_http_failure_to_error  (const VslHttpFailure *self,
                                    const GError         *cause) G_GNUC_WARN_UNUSED_RESULT;
GError *vsl_http_failure_of_status (VslHttpReply         *reply) G_GNUC_WARN_UNUSED_RESULT;
GError *vsl_http_failure_of_format (VslHttpReply         *reply,
                                    const GError         *cause) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
