/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char     *vsl_media_files_dup_path       (const char  *data_dir,
                                          const char  *hash,
                                          const char  *content_type) G_GNUC_WARN_UNUSED_RESULT;
char     *vsl_media_files_dup_sized_path (const char  *data_dir,
                                          const char  *hash,
                                          guint        edge,
                                          const char  *content_type) G_GNUC_WARN_UNUSED_RESULT;
gboolean  vsl_media_files_write          (const char  *path,
                                          GBytes      *bytes,
                                          GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean  vsl_media_files_is_name        (const char  *name);
void      vsl_media_files_remove         (const char  *data_dir,
                                          const char  *hash,
                                          const char  *content_type);

G_END_DECLS
