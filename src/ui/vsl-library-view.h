/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VSL_TYPE_LIBRARY_VIEW (vsl_library_view_get_type ())
G_DECLARE_FINAL_TYPE (VslLibraryView, vsl_library_view, VSL, LIBRARY_VIEW, GtkWidget)

GtkWidget  *vsl_library_view_new          (void) G_GNUC_WARN_UNUSED_RESULT;
void        vsl_library_view_set_model    (VslLibraryView *self,
                                           GListModel     *model,
                                           GListModel     *bin);
const char *vsl_library_view_get_selected (VslLibraryView *self);
void        vsl_library_view_select       (VslLibraryView *self,
                                           const char     *article_id);
void        vsl_library_view_focus_search (VslLibraryView *self);

G_END_DECLS
