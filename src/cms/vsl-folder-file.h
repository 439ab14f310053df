/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

int       vsl_folder_file_open   (const char  *folder,
                                  gboolean     create,
                                  GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean  vsl_folder_file_write  (int          folder,
                                  const char  *path,
                                  const char  *text,
                                  gsize        size,
                                  GError     **error) G_GNUC_WARN_UNUSED_RESULT;
char     *vsl_folder_file_read   (int          folder,
                                  const char  *path,
                                  GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean  vsl_folder_file_remove (int          folder,
                                  const char  *path,
                                  GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean  vsl_folder_file_exists (int          folder,
                                  const char  *path);
gboolean  vsl_folder_file_is_empty (int        folder);

G_END_DECLS
