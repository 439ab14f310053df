/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-site.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define VSL_TYPE_PUBLISH_BAR (vsl_publish_bar_get_type ())
G_DECLARE_FINAL_TYPE (VslPublishBar, vsl_publish_bar, VSL, PUBLISH_BAR, AdwBin)

GtkWidget *vsl_publish_bar_new          (void) G_GNUC_WARN_UNUSED_RESULT;
void       vsl_publish_bar_show         (VslPublishBar *self,
                                         const char    *sentence,
                                         const char    *action);
void       vsl_publish_bar_set_site     (VslPublishBar *self,
                                         VslSite       *site);
void       vsl_publish_bar_set_ready    (VslPublishBar *self,
                                         gboolean       ready);
gboolean   vsl_publish_bar_get_ready    (VslPublishBar *self);
void       vsl_publish_bar_focus_button (VslPublishBar *self);

G_END_DECLS
