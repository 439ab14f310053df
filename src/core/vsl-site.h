/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-vocabulary.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define VSL_TYPE_SITE (vsl_site_get_type ())
G_DECLARE_FINAL_TYPE (VslSite, vsl_site, VSL, SITE, GObject)

VslSite    *vsl_site_new          (const char *name,
                                   VslBrand    brand,
                                   const char *url,
                                   const char *user,
                                   const char *api_root,
                                   const char *title) G_GNUC_WARN_UNUSED_RESULT;
const char *vsl_site_get_name     (VslSite    *self);
VslBrand    vsl_site_get_brand    (VslSite    *self);
const char *vsl_site_get_url      (VslSite    *self);
const char *vsl_site_get_user     (VslSite    *self);
const char *vsl_site_get_api_root (VslSite    *self);
const char *vsl_site_get_title    (VslSite    *self);
char       *vsl_site_dup_host     (VslSite    *self) G_GNUC_WARN_UNUSED_RESULT;
/* What was chosen for this site, by key: free for the layers above, kept as a JSON object. */
VslSite    *vsl_site_new_with_settings (VslSite *site,
                                   const char *settings) G_GNUC_WARN_UNUSED_RESULT;
VslSite    *vsl_site_new_with_setting (VslSite *site,
                                   const char *key,
                                   const char *value) G_GNUC_WARN_UNUSED_RESULT;
char       *vsl_site_dup_settings (VslSite    *self) G_GNUC_WARN_UNUSED_RESULT;
const char *vsl_site_get_setting  (VslSite    *self,
                                   const char *key);

G_END_DECLS
