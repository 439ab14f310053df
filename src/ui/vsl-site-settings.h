/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define VSL_TYPE_SITE_SETTINGS (vsl_site_settings_get_type ())
G_DECLARE_FINAL_TYPE (VslSiteSettings, vsl_site_settings, VSL, SITE_SETTINGS, AdwPreferencesGroup)

GtkWidget *vsl_site_settings_new (VslDesk *desk,
                                  VslSite *site) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
