/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "cms/vsl-cms.h"

G_BEGIN_DECLS

VslCms *vsl_site_client_new (VslSite     *site,
                             const char  *password,
                             const char  *data_dir,
                             GError     **error) G_GNUC_WARN_UNUSED_RESULT;

/* @asked with what the site says of itself and of its user. */
VslSite *vsl_site_client_describe (VslSite     *asked,
                                   VslCmsAbout *about) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
