/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "store/vsl-statement.h"

G_BEGIN_DECLS

/**
 * VslDb:
 *
 * One connection to one SQLite database, with the settings that keep text safe. Used by one thread
 * at a time.
 */
typedef struct _VslDb VslDb;

typedef enum
{
  VSL_DB_WRITE,       /* the file must be there */
  VSL_DB_WRITE_ALONE, /* the same where shared memory does not work: nobody can read beside it */
  VSL_DB_READ,        /* nothing is ever written; beside a writer or without one */
  VSL_DB_IMMUTABLE,   /* a file on a medium that nobody can write */
  VSL_DB_MEMORY       /* empty, private, gone when it is closed */
} VslDbMode;

typedef enum
{
  VSL_DB_JOURNAL_WAL,
  VSL_DB_JOURNAL_NETWORK, /* TRUNCATE, synchronous=EXTRA; with VSL_DB_WRITE_ALONE */
  VSL_DB_JOURNAL_CACHE    /* WAL that may lose its last commits, never its shape */
} VslDbJournal;

VslDb        *vsl_db_open             (const char    *path,
                                       VslDbMode      mode,
                                       GError       **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean      vsl_db_close            (VslDb         *self,
                                       GError       **error);
void          vsl_db_free             (VslDb         *self);
const char   *vsl_db_get_path         (VslDb         *self);
gboolean      vsl_db_set_journal      (VslDb         *self,
                                       VslDbJournal   journal,
                                       GError       **error) G_GNUC_WARN_UNUSED_RESULT;
void          vsl_db_interrupt        (VslDb         *self);

VslStatement *vsl_db_prepare          (VslDb         *self,
                                       const char    *sql,
                                       GError       **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean      vsl_db_run              (VslDb         *self,
                                       const char    *sql,
                                       GError       **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean      vsl_db_run_script       (VslDb         *self,
                                       const char    *sql,
                                       GError       **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean      vsl_db_load_int64       (VslDb         *self,
                                       const char    *sql,
                                       gint64        *value,
                                       GError       **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean      vsl_db_check_quickly    (VslDb         *self,
                                       GError       **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean      vsl_db_write_copy       (VslDb         *self,
                                       const char    *path,
                                       GError       **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean      vsl_db_begin            (VslDb         *self,
                                       GError       **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean      vsl_db_end              (VslDb         *self,
                                       gboolean       good,
                                       GError       **error) G_GNUC_WARN_UNUSED_RESULT;
gint64        vsl_db_get_n_changes    (VslDb         *self);
gint64        vsl_db_get_last_row_id  (VslDb         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VslDb, vsl_db_free)

G_END_DECLS
