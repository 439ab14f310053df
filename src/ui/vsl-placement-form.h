/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-placement.h"
#include "core/vsl-site.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define VSL_TYPE_PLACEMENT_FORM (vsl_placement_form_get_type ())
G_DECLARE_FINAL_TYPE (VslPlacementForm, vsl_placement_form, VSL, PLACEMENT_FORM, AdwBin)

GtkWidget    *vsl_placement_form_new           (void) G_GNUC_WARN_UNUSED_RESULT;
void          vsl_placement_form_set_site      (VslPlacementForm *self,
                                                VslSite          *site);
VslPlacement *vsl_placement_form_dup_placement (VslPlacementForm *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
