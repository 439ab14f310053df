/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "store/vsl-db.h"

G_BEGIN_DECLS

#define VSL_BACKUP_HOURS 24 /* so many hours have a backup */
#define VSL_BACKUP_REPLACED "replaced" /* the first word of the names of what was replaced */
#define VSL_BACKUP_DAYS 14  /* and so many days */

/* A backup that we made. */
typedef struct
{
  char  *path;       /* (owned) */
  gint64 created_at; /* µs since 1970 UTC */
  gint64 size;       /* bytes */
  gboolean replaced; /* what a restored backup took the place of; never dropped by the rotation */
} VslBackup;

void       vsl_backup_free            (VslBackup    *self);
char      *vsl_backup_files_get_folder (const char  *directory) G_GNUC_WARN_UNUSED_RESULT;
char      *vsl_backup_files_make_path (const char   *directory,
                                       const char   *prefix,
                                       gint64        now) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *vsl_backup_files_list      (const char   *directory) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *vsl_backup_files_list_all  (const char   *directory) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *vsl_backup_files_choose_old (GPtrArray   *backups) G_GNUC_WARN_UNUSED_RESULT;
gboolean   vsl_backup_files_write     (VslDb        *db,
                                       const char   *path,
                                       GError      **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean   vsl_backup_files_check     (const char   *path,
                                       GError      **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
