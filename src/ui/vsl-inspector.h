/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define VSL_TYPE_INSPECTOR (vsl_inspector_get_type ())
G_DECLARE_FINAL_TYPE (VslInspector, vsl_inspector, VSL, INSPECTOR, AdwBin)

GtkWidget   *vsl_inspector_new          (void) G_GNUC_WARN_UNUSED_RESULT;

VslDesk     *vsl_inspector_get_desk     (VslInspector *self);
void         vsl_inspector_set_desk     (VslInspector *self,
                                         VslDesk      *desk);
VslDocument *vsl_inspector_get_document (VslInspector *self);
void         vsl_inspector_set_document (VslInspector *self,
                                         VslDocument  *document);
const char  *vsl_inspector_get_panel    (VslInspector *self);
void         vsl_inspector_set_panel    (VslInspector *self,
                                         const char   *panel);
void         vsl_inspector_activate     (VslInspector *self,
                                         const char   *action);
void         vsl_inspector_step_panel   (VslInspector *self,
                                         int           step);

G_END_DECLS
