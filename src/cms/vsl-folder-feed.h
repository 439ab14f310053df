/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "cms/vsl-folder-state.h"

G_BEGIN_DECLS

char *vsl_folder_feed_dup_url        (const char      *base_url,
                                      const char      *path) G_GNUC_WARN_UNUSED_RESULT;
char *vsl_folder_feed_render_atom    (VslFolderState  *state,
                                      const char      *title) G_GNUC_WARN_UNUSED_RESULT;
char *vsl_folder_feed_render_json    (VslFolderState  *state,
                                      const char      *title,
                                      const char      *base) G_GNUC_WARN_UNUSED_RESULT;
char *vsl_folder_feed_render_sitemap (VslFolderState  *state,
                                      const char      *base) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
