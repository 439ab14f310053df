/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VSL_TYPE_BANNER (vsl_banner_get_type ())
G_DECLARE_FINAL_TYPE (VslBanner, vsl_banner, VSL, BANNER, GtkWidget)

GtkWidget  *vsl_banner_new              (void) G_GNUC_WARN_UNUSED_RESULT;
const char *vsl_banner_get_message      (VslBanner  *self);
void        vsl_banner_set_message      (VslBanner  *self,
                                         const char *message);
const char *vsl_banner_get_button_label (VslBanner  *self);
void        vsl_banner_set_button_label (VslBanner  *self,
                                         const char *button_label);

G_END_DECLS
