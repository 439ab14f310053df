/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "cms/vsl-cms.h"

G_BEGIN_DECLS

#define VSL_TYPE_CMS_FOLDER (vsl_cms_folder_get_type ())
G_DECLARE_FINAL_TYPE (VslCmsFolder, vsl_cms_folder, VSL, CMS_FOLDER, VslCms)

VslCms *vsl_cms_folder_new (VslSite     *site,
                            const char  *folder_root,
                            GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
