/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-backups.h"
#include "desk/vsl-desk.h"

G_BEGIN_DECLS

/**
 * VslBackupFile:
 *
 * A whole copy of all articles in one file.
 */
typedef struct
{
  char    *path;       /* (owned) */
  gint64   created_at; /* µs since 1970 UTC */
  gint64   size;       /* bytes */
  gboolean replaced;   /* what was there before a backup was restored */
} VslBackupFile;

void        vsl_backup_file_free          (VslBackupFile       *self);
VslBackups *vsl_desk_get_backups          (VslDesk             *self);
/* (nullable) A translated sentence about the place of the data that the person should know. */
const char *vsl_desk_get_notice           (VslDesk             *self);
char       *vsl_desk_build_backup_folder  (const char          *data_dir) G_GNUC_WARN_UNUSED_RESULT;
char       *vsl_desk_dup_backup_folder    (VslDesk             *self) G_GNUC_WARN_UNUSED_RESULT;
/* (element-type VslBackupFile) Newest first. */
GPtrArray  *vsl_desk_list_backups         (VslDesk             *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean    vsl_desk_backup_to            (VslDesk             *self,
                                           const char          *path,
                                           GError             **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray  *vsl_desk_check_store          (VslDesk             *self,
                                           GError             **error) G_GNUC_WARN_UNUSED_RESULT;
/* For a data directory on which no desk is open. */
void        vsl_desk_restore_backup_async (const char          *data_dir,
                                           const char          *path,
                                           gint64               now,
                                           GAsyncReadyCallback  callback,
                                           gpointer             user_data);
gboolean    vsl_desk_restore_backup_finish (GAsyncResult       *result,
                                           GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VslBackupFile, vsl_backup_file_free)

G_END_DECLS
