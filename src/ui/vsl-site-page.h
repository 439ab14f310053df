/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define VSL_TYPE_SITE_PAGE (vsl_site_page_get_type ())
G_DECLARE_FINAL_TYPE (VslSitePage, vsl_site_page, VSL, SITE_PAGE, AdwBin)

GtkWidget *vsl_site_page_new (VslDesk *desk,
                              VslSite *site) G_GNUC_WARN_UNUSED_RESULT;
const char *vsl_site_page_get_name (VslSitePage *self);
void        vsl_site_page_take_note (VslSitePage *self,
                                     VslSitePage *from);

G_END_DECLS
