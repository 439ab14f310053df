/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-desk-folders.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define VSL_TYPE_LIBRARY_FOLDER (vsl_library_folder_get_type ())
G_DECLARE_FINAL_TYPE (VslLibraryFolder, vsl_library_folder, VSL, LIBRARY_FOLDER, GObject)

VslLibraryFolder      *vsl_library_folder_new          (const char            *key,
                                                        const char            *title,
                                                        const VslLibraryQuery *query) G_GNUC_WARN_UNUSED_RESULT;
VslLibraryFolder      *vsl_library_folder_new_group    (const char            *key,
                                                        const char            *title,
                                                        GListModel            *children) G_GNUC_WARN_UNUSED_RESULT;
const char            *vsl_library_folder_get_key      (VslLibraryFolder      *self);
const char            *vsl_library_folder_get_title    (VslLibraryFolder      *self);
const VslLibraryQuery *vsl_library_folder_get_query    (VslLibraryFolder      *self);
GListModel            *vsl_library_folder_get_children (VslLibraryFolder      *self);
guint                  vsl_library_folder_get_count    (VslLibraryFolder      *self);
void                   vsl_library_folder_set_count    (VslLibraryFolder      *self,
                                                        guint                  count);
gboolean               vsl_library_folder_get_expanded (VslLibraryFolder      *self);
void                   vsl_library_folder_set_expanded (VslLibraryFolder      *self,
                                                        gboolean               expanded);
guint                  vsl_library_folder_get_level    (VslLibraryFolder      *self);
void                   vsl_library_folder_set_level    (VslLibraryFolder      *self,
                                                        guint                  level);

G_END_DECLS
