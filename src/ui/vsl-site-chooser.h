/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-copies.h"
#include "desk/vsl-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define VSL_TYPE_SITE_CHOOSER (vsl_site_chooser_get_type ())
G_DECLARE_FINAL_TYPE (VslSiteChooser, vsl_site_chooser, VSL, SITE_CHOOSER, AdwBin)

GtkWidget *vsl_site_chooser_new          (void) G_GNUC_WARN_UNUSED_RESULT;
void       vsl_site_chooser_set_desk     (VslSiteChooser *self,
                                          VslDesk        *desk);
void       vsl_site_chooser_set_document (VslSiteChooser *self,
                                          VslDocument    *document,
                                          VslCopies      *copies);
void       vsl_site_chooser_forget       (VslSiteChooser *self);
void       vsl_site_chooser_update       (VslSiteChooser *self);
VslSite   *vsl_site_chooser_get_site     (VslSiteChooser *self);

G_END_DECLS
