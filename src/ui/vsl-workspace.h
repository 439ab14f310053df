/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VSL_TYPE_WORKSPACE (vsl_workspace_get_type ())
G_DECLARE_FINAL_TYPE (VslWorkspace, vsl_workspace, VSL, WORKSPACE, GtkWidget)

GtkWidget *vsl_workspace_new                 (void) G_GNUC_WARN_UNUSED_RESULT;
void       vsl_workspace_set_widths          (VslWorkspace *self,
                                              int           library_width,
                                              int           inspector_width);
int        vsl_workspace_get_library_width   (VslWorkspace *self);
int        vsl_workspace_get_inspector_width (VslWorkspace *self);
gboolean   vsl_workspace_get_library_shown   (VslWorkspace *self);
void       vsl_workspace_set_library_shown   (VslWorkspace *self,
                                              gboolean      shown);
gboolean   vsl_workspace_get_inspector_shown (VslWorkspace *self);
void       vsl_workspace_set_inspector_shown (VslWorkspace *self,
                                              gboolean      shown);
void       vsl_workspace_set_has_inspector   (VslWorkspace *self,
                                              gboolean      has_inspector);
void       vsl_workspace_close_overlays      (VslWorkspace *self);
void       vsl_workspace_move_region         (VslWorkspace *self,
                                              int           step);

G_END_DECLS
