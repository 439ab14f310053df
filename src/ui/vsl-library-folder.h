/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-vocabulary.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VSL_TYPE_LIBRARY_FOLDER (vsl_library_folder_get_type ())
G_DECLARE_FINAL_TYPE (VslLibraryFolder, vsl_library_folder, VSL, LIBRARY_FOLDER, GObject)

VslLibraryFolder *vsl_library_folder_new       (GListModel       *library,
                                                GtkFilter        *search,
                                                VslStatus         status) G_GNUC_WARN_UNUSED_RESULT;
VslLibraryFolder *vsl_library_folder_new_bin   (GListModel       *bin,
                                                GtkFilter        *search) G_GNUC_WARN_UNUSED_RESULT;
const char       *vsl_library_folder_get_title (VslLibraryFolder *self);
GListModel       *vsl_library_folder_get_items (VslLibraryFolder *self);
guint             vsl_library_folder_get_count (VslLibraryFolder *self);
gboolean          vsl_library_folder_is_bin    (VslLibraryFolder *self);

G_END_DECLS
