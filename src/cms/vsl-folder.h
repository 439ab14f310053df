/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "cms/vsl-cms.h"

G_BEGIN_DECLS

gboolean       vsl_folder_prepare (const char           *folder,
                                   const char           *title,
                                   const char           *base_url,
                                   gint64                now,
                                   GError              **error);
VslRemoteCopy *vsl_folder_find    (const char           *folder,
                                   const char           *title,
                                   const char           *token,
                                   gint64                now,
                                   GError              **error) G_GNUC_WARN_UNUSED_RESULT;
VslRemoteCopy *vsl_folder_fetch   (const char           *folder,
                                   const char           *title,
                                   const char           *remote_id,
                                   gint64                now,
                                   GError              **error) G_GNUC_WARN_UNUSED_RESULT;
VslRemoteCopy *vsl_folder_put     (const char           *folder,
                                   const char           *title,
                                   const VslCmsRequest  *request,
                                   VslRemoteCopy        *base,
                                   gint64                now,
                                   GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
