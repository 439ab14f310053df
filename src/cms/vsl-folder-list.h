/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "cms/vsl-folder-state.h"

G_BEGIN_DECLS

char       *vsl_folder_list_render_index (VslFolderState  *state,
                                          const char      *title) G_GNUC_WARN_UNUSED_RESULT;
char       *vsl_folder_list_render_tag   (VslFolderState  *state,
                                          const char      *title,
                                          const char      *tag) G_GNUC_WARN_UNUSED_RESULT;
GHashTable *vsl_folder_list_dup_tags     (VslFolderState  *state) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
