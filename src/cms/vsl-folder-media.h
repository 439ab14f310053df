/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "cms/vsl-cms-upload.h"

G_BEGIN_DECLS

VslRemotePicture *vsl_folder_media_put (const char          *folder,
                                        const VslCmsUpload  *upload,
                                        GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
