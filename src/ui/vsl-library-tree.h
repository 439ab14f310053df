/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-desk-folders.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VSL_TYPE_LIBRARY_TREE (vsl_library_tree_get_type ())
G_DECLARE_FINAL_TYPE (VslLibraryTree, vsl_library_tree, VSL, LIBRARY_TREE, GObject)

VslLibraryTree *vsl_library_tree_new           (void) G_GNUC_WARN_UNUSED_RESULT;
void            vsl_library_tree_set_folders   (VslLibraryTree *self,
                                                VslDesk        *desk,
                                                GListModel     *folders);
void            vsl_library_tree_set_order     (VslLibraryTree *self,
                                                VslLibrarySort  sort,
                                                gboolean        reversed);
guint           vsl_library_tree_get_n_selected (VslLibraryTree *self);
char          **vsl_library_tree_list_selected (VslLibraryTree *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean        vsl_library_tree_is_selected   (VslLibraryTree *self,
                                                const char     *article_id);
void            vsl_library_tree_select        (VslLibraryTree *self,
                                                const char     *article_id);

G_END_DECLS
