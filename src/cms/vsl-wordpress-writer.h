/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "cms/vsl-cms.h"
#include "cms/vsl-http.h"
#include "cms/vsl-wordpress-memory.h"

G_BEGIN_DECLS

void           vsl_wordpress_write_async  (VslHttp              *http,
                                           GUri                 *root,
                                           VslSite              *site,
                                           VslWordpressMemory   *memory,
                                           const VslCmsRequest  *request,
                                           VslRemoteCopy        *base,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
VslRemoteCopy *vsl_wordpress_write_finish (VslHttp              *http,
                                           GAsyncResult         *result,
                                           GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
