/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "cms/vsl-http.h"
#include "cms/vsl-wordpress-api.h"

G_BEGIN_DECLS

void  vsl_wordpress_discover_async  (VslHttp              *http,
                                     GUri                 *page,
                                     GUri                 *pinned,
                                     const char           *authorization,
                                     GCancellable         *cancellable,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
GUri *vsl_wordpress_discover_finish (VslHttp              *http,
                                     GAsyncResult         *result,
                                     VslWordpressIndex   **index,
                                     GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
