/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* Sets of settings that keep text safe; each of SQLite's answers is checked, because SQLite ignores a
 * setting that it does not know. */
typedef enum
{
  VSL_DB_SETTINGS_COMMON,  /* every connection */
  VSL_DB_SETTINGS_ALONE,   /* where shared memory does not work; before the file is first read */
  VSL_DB_SETTINGS_WAL,     /* the writer of what must not be lost */
  VSL_DB_SETTINGS_NETWORK, /* the same on a network home */
  VSL_DB_SETTINGS_CACHE    /* the writer of what can be made again */
} VslDbSettings;

gboolean vsl_db_settings_harden (sqlite3        *db,
                                 const char     *path,
                                 GError        **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean vsl_db_settings_apply  (sqlite3        *db,
                                 const char     *path,
                                 VslDbSettings   set,
                                 GError        **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
