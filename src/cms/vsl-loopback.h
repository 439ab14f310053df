/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define VSL_TYPE_LOOPBACK (vsl_loopback_get_type ())
G_DECLARE_FINAL_TYPE (VslLoopback, vsl_loopback, VSL, LOOPBACK, GObject)

VslLoopback *vsl_loopback_new         (const char           *page,
                                       GError              **error) G_GNUC_WARN_UNUSED_RESULT;
const char  *vsl_loopback_get_url     (VslLoopback          *self);
void         vsl_loopback_wait_async  (VslLoopback          *self,
                                       guint                 seconds,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
char        *vsl_loopback_wait_finish (VslLoopback          *self,
                                       GAsyncResult         *result,
                                       GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
