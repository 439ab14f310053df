/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define VSL_TYPE_SITE_EXAMINATION (vsl_site_examination_get_type ())
G_DECLARE_FINAL_TYPE (VslSiteExamination, vsl_site_examination, VSL, SITE_EXAMINATION, AdwPreferencesGroup)

GtkWidget *vsl_site_examination_new (VslDesk *desk,
                                     VslSite *site) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
