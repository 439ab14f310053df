/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char     *vsl_backup_media_get_folder (const char  *backup) G_GNUC_WARN_UNUSED_RESULT;
gboolean  vsl_backup_media_write      (const char  *data_dir,
                                       const char  *folder,
                                       GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean  vsl_backup_media_put        (const char  *from,
                                       const char  *to,
                                       GError     **error) G_GNUC_WARN_UNUSED_RESULT;
guint     vsl_backup_media_restore    (const char  *data_dir,
                                       const char  *folder);

G_END_DECLS
