/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "cms/vsl-http.h"
#include "core/vsl-remote-copy.h"

G_BEGIN_DECLS

void           vsl_wordpress_find_async  (VslHttp              *http,
                                          GUri                 *root,
                                          const char           *token,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
void           vsl_wordpress_fetch_async (VslHttp              *http,
                                          GUri                 *root,
                                          const char           *id,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
VslRemoteCopy *vsl_wordpress_read_finish (VslHttp              *http,
                                          GAsyncResult         *result,
                                          GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
