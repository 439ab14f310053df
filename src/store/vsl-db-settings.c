/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-store"

#include "store/vsl-db-settings.h"

#include "store/vsl-sqlite-error.h"

#include <errno.h>

/* How long to wait for another program (a backup, a virus scanner) that has the file locked. */
#define BUSY_TIMEOUT_MS 5000

/* A setting and what it must answer; SQLite ignores a setting that it does not know. */
typedef struct
{
  const char *set;
  const char *answer; /* (nullable) when it answers nothing: what @get must answer */
  const char *get;    /* (nullable) */
} Setting;

static const Setting common_settings[] = {
  { "PRAGMA cell_size_check = ON", "1", "PRAGMA cell_size_check" },
  { "PRAGMA mmap_size = 0", NULL, NULL },
  { "PRAGMA foreign_keys = ON", "1", "PRAGMA foreign_keys" },
  { "PRAGMA trusted_schema = OFF", "0", "PRAGMA trusted_schema" },
  { "PRAGMA temp_store = MEMORY", "2", "PRAGMA temp_store" },
};

static const Setting wal_settings[] = {
  { "PRAGMA synchronous = FULL", "2", "PRAGMA synchronous" },
  { "PRAGMA journal_mode = WAL", "wal", NULL },
  { "PRAGMA journal_size_limit = 16777216", "16777216", NULL },
  { "PRAGMA cache_size = -16384", "-16384", "PRAGMA cache_size" },
};

static const Setting cache_settings[] = {
  { "PRAGMA synchronous = NORMAL", "1", "PRAGMA synchronous" },
  { "PRAGMA journal_mode = WAL", "wal", NULL },
  { "PRAGMA journal_size_limit = 16777216", "16777216", NULL },
  { "PRAGMA cache_size = -65536", "-65536", "PRAGMA cache_size" },
};

/* Before the file is first read, so that a file in WAL mode is read without shared memory. */
static const Setting alone_settings[] = {
  { "PRAGMA locking_mode = EXCLUSIVE", "exclusive", NULL },
};

static const Setting network_settings[] = {
  { "PRAGMA journal_mode = TRUNCATE", "truncate", NULL },
  { "PRAGMA synchronous = EXTRA", "3", "PRAGMA synchronous" },
};

static const struct
{
  const Setting *settings;
  gsize n_settings;
} sets[] = {
  [VSL_DB_SETTINGS_COMMON] = { common_settings, G_N_ELEMENTS (common_settings) },
  [VSL_DB_SETTINGS_ALONE] = { alone_settings, G_N_ELEMENTS (alone_settings) },
  [VSL_DB_SETTINGS_WAL] = { wal_settings, G_N_ELEMENTS (wal_settings) },
  [VSL_DB_SETTINGS_NETWORK] = { network_settings, G_N_ELEMENTS (network_settings) },
  [VSL_DB_SETTINGS_CACHE] = { cache_settings, G_N_ELEMENTS (cache_settings) },
};

/* Runs one PRAGMA and checks what it answers first. */
static gboolean
ask (sqlite3    *db,
     const char *path,
     const char *sql,
     const char *answer,
     GError    **error)
{
  sqlite3_stmt *stmt = NULL;
  int result;
  gboolean good;

  errno = 0;
  result = sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL);
  if (result == SQLITE_OK)
    result = sqlite3_step (stmt);
  good = (result == SQLITE_ROW || result == SQLITE_DONE) &&
         (answer == NULL ||
          (result == SQLITE_ROW &&
           g_strcmp0 ((const char *) sqlite3_column_text (stmt, 0), answer) == 0));
  if (!good)
    {
      g_debug ("“%s” did not answer “%s”", sql, answer != NULL ? answer : "");
      vsl_sqlite_set_error (error, db,
                            result == SQLITE_ROW || result == SQLITE_DONE ? SQLITE_ERROR : result,
                            path);
    }
  sqlite3_finalize (stmt);

  return good;
}

/**
 * vsl_db_settings_harden:
 * @db: a connection that has read nothing yet
 * @path: its file, for messages
 * @error: return location for a #VslStoreError
 *
 * Takes away what a damaged or foreign file could misuse.
 *
 * Returns: whether it could be done
 */
gboolean
vsl_db_settings_harden (sqlite3     *db,
                        const char  *path,
                        GError     **error)
{
  static const struct
  {
    int option;
    int value;
  } options[] = {
    { SQLITE_DBCONFIG_DEFENSIVE, 1 },  { SQLITE_DBCONFIG_DQS_DML, 0 },
    { SQLITE_DBCONFIG_DQS_DDL, 0 },    { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
    { SQLITE_DBCONFIG_ENABLE_TRIGGER, 0 },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (options); i++)
    {
      int now = -1;
      int result = sqlite3_db_config (db, options[i].option, options[i].value, &now);

      if (result == SQLITE_OK && now != options[i].value)
        result = SQLITE_ERROR;
      if (result != SQLITE_OK)
        {
          vsl_sqlite_set_error (error, db, result, path);
          return FALSE;
        }
    }

  /* A file that turns out to be foreign is not tidied up; and only the writer ever moves the WAL into
   * the file, see the WAL-reset bug of SQLite before 3.51.3. vsl_db_set_journal() makes a writer. */
  sqlite3_db_config (db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  sqlite3_busy_timeout (db, BUSY_TIMEOUT_MS);

  return TRUE;
}

/**
 * vsl_db_settings_apply:
 * @db: a connection
 * @path: its file, for messages
 * @set: which
 * @error: return location for a #VslStoreError
 *
 * Applies settings, and checks that each took effect.
 *
 * Returns: whether all did
 */
gboolean
vsl_db_settings_apply (sqlite3        *db,
                       const char     *path,
                       VslDbSettings   set,
                       GError        **error)
{
  gsize i;

  for (i = 0; i < sets[set].n_settings; i++)
    {
      const Setting *setting = &sets[set].settings[i];

      if (!ask (db, path, setting->set, setting->get == NULL ? setting->answer : NULL, error))
        return FALSE;
      if (setting->get != NULL && !ask (db, path, setting->get, setting->answer, error))
        return FALSE;
    }

  return TRUE;
}
