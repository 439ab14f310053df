/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "cms/vsl-http.h"
#include "cms/vsl-wordpress-post.h"

G_BEGIN_DECLS

void           vsl_wordpress_rival_look_async   (VslHttp              *http,
                                                 GUri                 *root,
                                                 VslRemoteCopy        *base,
                                                 VslWordpressPost     *before,
                                                 VslWordpressPost     *after,
                                                 JsonNode             *sent,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
GPtrArray     *vsl_wordpress_rival_look_finish  (VslHttp              *http,
                                                 GAsyncResult         *result,
                                                 GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
