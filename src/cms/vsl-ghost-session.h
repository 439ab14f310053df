/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "cms/vsl-http.h"

G_BEGIN_DECLS

#define VSL_TYPE_GHOST_SESSION (vsl_ghost_session_get_type ())
G_DECLARE_FINAL_TYPE (VslGhostSession, vsl_ghost_session, VSL, GHOST_SESSION, GObject)

VslGhostSession *vsl_ghost_session_new      (VslHttp              *http,
                                             const char           *key) G_GNUC_WARN_UNUSED_RESULT;
GUri            *vsl_ghost_session_get_root (VslGhostSession      *self);
void             vsl_ghost_session_set_root (VslGhostSession      *self,
                                             GUri                 *root);
/* Finish with vsl_ghost_session_send_finish(). */
void             vsl_ghost_session_send     (VslGhostSession      *self,
                                             const char           *method,
                                             GUri                 *uri,
                                             JsonNode             *body,
                                             VslHttpFlags          flags,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
/* The same for a request that is made already. */
void             vsl_ghost_session_send_request (VslGhostSession   *self,
                                             VslHttpRequest       *request,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
VslHttpReply    *vsl_ghost_session_send_finish (GObject           *http,
                                             GAsyncResult         *result,
                                             JsonNode            **root,
                                             GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
