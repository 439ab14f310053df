/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-desk-folders.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Property "n-selected" (uint): how many articles are selected. */
#define VSL_TYPE_LIBRARY_LIST (vsl_library_list_get_type ())
G_DECLARE_FINAL_TYPE (VslLibraryList, vsl_library_list, VSL, LIBRARY_LIST, GtkWidget)

void    vsl_library_list_set_folders    (VslLibraryList *self,
                                         VslDesk        *desk,
                                         GListModel     *folders);
void    vsl_library_list_set_order      (VslLibraryList *self,
                                         VslLibrarySort  sort,
                                         gboolean        reversed);
guint   vsl_library_list_get_n_selected (VslLibraryList *self);
char  **vsl_library_list_list_selected  (VslLibraryList *self) G_GNUC_WARN_UNUSED_RESULT;
void    vsl_library_list_select         (VslLibraryList *self,
                                         const char     *article_id);

G_END_DECLS
