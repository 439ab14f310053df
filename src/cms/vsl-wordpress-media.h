/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "cms/vsl-cms-upload.h"
#include "cms/vsl-http.h"

G_BEGIN_DECLS

void              vsl_wordpress_media_send_async  (VslHttp              *http,
                                                   GUri                 *root,
                                                   const VslCmsUpload   *upload,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
VslRemotePicture *vsl_wordpress_media_send_finish (VslHttp              *http,
                                                   GAsyncResult         *result,
                                                   GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
