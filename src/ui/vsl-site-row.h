/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-site.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define VSL_TYPE_SITE_ROW (vsl_site_row_get_type ())
G_DECLARE_FINAL_TYPE (VslSiteRow, vsl_site_row, VSL, SITE_ROW, AdwActionRow)

GtkWidget *vsl_site_row_new          (VslSite    *site) G_GNUC_WARN_UNUSED_RESULT;
VslSite   *vsl_site_row_get_site     (VslSiteRow *self);
void       vsl_site_row_show_problem (VslSiteRow *self,
                                      const char *message);

G_END_DECLS
