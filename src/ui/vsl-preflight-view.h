/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-preflight.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define VSL_TYPE_PREFLIGHT_VIEW (vsl_preflight_view_get_type ())
G_DECLARE_FINAL_TYPE (VslPreflightView, vsl_preflight_view, VSL, PREFLIGHT_VIEW, AdwBin)

GtkWidget *vsl_preflight_view_new         (void) G_GNUC_WARN_UNUSED_RESULT;
void       vsl_preflight_view_show        (VslPreflightView *self,
                                           VslPreflight     *preflight,
                                           gboolean          strict);
gboolean   vsl_preflight_view_get_allowed (VslPreflightView *self);
char      *vsl_preflight_view_dup_reason  (VslPreflightView *self) G_GNUC_WARN_UNUSED_RESULT;
void       vsl_preflight_view_clear       (VslPreflightView *self);

G_END_DECLS
