/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "cms/vsl-cms.h"
#include "cms/vsl-http.h"

G_BEGIN_DECLS

#define VSL_TYPE_CMS_GHOST (vsl_cms_ghost_get_type ())
G_DECLARE_FINAL_TYPE (VslCmsGhost, vsl_cms_ghost, VSL, CMS_GHOST, VslCms)

VslCms *vsl_cms_ghost_new (VslSite     *site,
                           const char  *password,
                           VslHttp     *http,
                           GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
