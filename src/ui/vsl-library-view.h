/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VSL_TYPE_LIBRARY_VIEW (vsl_library_view_get_type ())
G_DECLARE_FINAL_TYPE (VslLibraryView, vsl_library_view, VSL, LIBRARY_VIEW, GtkWidget)

GtkWidget  *vsl_library_view_new           (void) G_GNUC_WARN_UNUSED_RESULT;
void        vsl_library_view_set_desk      (VslLibraryView *self,
                                            VslDesk        *desk);
/* Rows of the group of debates that open something: a list model of VslLibraryLink. */
void        vsl_library_view_set_debates   (VslLibraryView *self,
                                            GListModel     *links);
const char *vsl_library_view_get_selected  (VslLibraryView *self);
void        vsl_library_view_select        (VslLibraryView *self,
                                            const char     *article_id);
void        vsl_library_view_focus_search  (VslLibraryView *self);
void        vsl_library_view_search        (VslLibraryView *self,
                                            const char     *text);
void        vsl_library_view_search_again  (VslLibraryView *self);
void        vsl_library_view_set_progress  (VslLibraryView *self,
                                            const char     *text,
                                            double          fraction);

G_END_DECLS
