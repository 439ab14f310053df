/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "cms/vsl-cms.h"
#include "cms/vsl-http.h"

G_BEGIN_DECLS

#define VSL_TYPE_CMS_WORDPRESS (vsl_cms_wordpress_get_type ())
G_DECLARE_FINAL_TYPE (VslCmsWordpress, vsl_cms_wordpress, VSL, CMS_WORDPRESS, VslCms)

VslCms *vsl_cms_wordpress_new (VslSite     *site,
                               const char  *password,
                               VslHttp     *http,
                               GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
