/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-saved-searches.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A list model of VslLibraryFolder: all folders of the library, with what they hold counted. */
#define VSL_TYPE_LIBRARY_FOLDERS (vsl_library_folders_get_type ())
G_DECLARE_FINAL_TYPE (VslLibraryFolders, vsl_library_folders, VSL, LIBRARY_FOLDERS, GObject)

VslLibraryFolders *vsl_library_folders_new          (VslDesk           *desk) G_GNUC_WARN_UNUSED_RESULT;
VslSavedSearches  *vsl_library_folders_get_searches (VslLibraryFolders *self);
void               vsl_library_folders_set_debates  (VslLibraryFolders *self,
                                                     GListModel        *links);
guint              vsl_library_folders_get_total    (VslLibraryFolders *self);

G_END_DECLS
