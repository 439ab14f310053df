/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "cms/vsl-http-reply.h"
#include "cms/vsl-http-request.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define VSL_HTTP_DEADLINE_MS 60000

#define VSL_TYPE_HTTP (vsl_http_get_type ())
G_DECLARE_FINAL_TYPE (VslHttp, vsl_http, VSL, HTTP, GObject)

VslHttp      *vsl_http_new               (guint                 deadline_ms,
                                          GTlsDatabase         *authorities) G_GNUC_WARN_UNUSED_RESULT;
void          vsl_http_set_credentials   (VslHttp              *self,
                                          GUri                 *origin,
                                          const char           *authorization);
void          vsl_http_send_async        (VslHttp              *self,
                                          VslHttpRequest       *request,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
VslHttpReply *vsl_http_send_finish       (VslHttp              *self,
                                          GAsyncResult         *result,
                                          GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
