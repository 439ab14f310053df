/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-store"

#include "config.h"

#include "store/vsl-cache-file.h"

#include "store/vsl-store-resources.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <unistd.h>

#define FILE_NAME "cache.db"

/* As sql/cache.sql writes them. */
#define APPLICATION_ID 0x56534c43
#define CACHE_VERSION 2

static gboolean
run_schema (VslDb   *db,
            GError **error)
{
  g_autoptr(GBytes) sql = g_resource_lookup_data (vsl_store_get_resource (),
                                                  "/org/verslag/store/cache/schema.sql",
                                                  G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  gboolean good;

  if (sql == NULL || !vsl_db_begin (db, error))
    return FALSE;
  good = vsl_db_run_script (db, g_bytes_get_data (sql, NULL), error);

  return vsl_db_end (db, good, error);
}

static gboolean
is_ours (VslDb   *db,
         GError **error)
{
  gint64 application = 0;
  gint64 version = 0;

  if (!vsl_db_load_int64 (db, "PRAGMA application_id", &application, error) ||
      !vsl_db_load_int64 (db, "PRAGMA user_version", &version, error))
    return FALSE;
  if (application == APPLICATION_ID && version == CACHE_VERSION)
    return TRUE;

  g_set_error_literal (error, VSL_STORE_ERROR, VSL_STORE_ERROR_NOT_FOUND,
                       _("The index for searching has to be made again."));
  return FALSE;
}

static VslDb *
open_present (const char  *path,
              VslCacheMode mode,
              GError     **error)
{
  gboolean network = mode == VSL_CACHE_WRITE_ON_NETWORK;
  g_autoptr(VslDb) db = NULL;

  db = vsl_db_open (path,
                    mode == VSL_CACHE_READ ? VSL_DB_READ : network ? VSL_DB_WRITE_ALONE : VSL_DB_WRITE,
                    error);
  if (db == NULL || !is_ours (db, error))
    return NULL;
  if (mode != VSL_CACHE_READ &&
      !vsl_db_set_journal (db, network ? VSL_DB_JOURNAL_NETWORK : VSL_DB_JOURNAL_CACHE, error))
    return NULL;

  return g_steal_pointer (&db);
}

static VslDb *
make_anew (const char  *path,
           VslCacheMode mode,
           GError     **error)
{
  gboolean network = mode == VSL_CACHE_WRITE_ON_NETWORK;
  g_autoptr(VslDb) db = NULL;
  int fd = g_open (path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0600);

  if (fd < 0)
    {
      g_set_error (error, VSL_STORE_ERROR,
                   errno == ENOSPC || errno == EDQUOT ? VSL_STORE_ERROR_FULL : VSL_STORE_ERROR_READ_ONLY,
                   _("“%s” could not be made: %s."), path, g_strerror (errno));
      return NULL;
    }
  close (fd);

  db = vsl_db_open (path, network ? VSL_DB_WRITE_ALONE : VSL_DB_WRITE, error);
  if (db == NULL ||
      !vsl_db_set_journal (db, network ? VSL_DB_JOURNAL_NETWORK : VSL_DB_JOURNAL_CACHE, error) ||
      !run_schema (db, error))
    return NULL;

  return g_steal_pointer (&db);
}

/**
 * vsl_cache_file_open:
 * @directory: the data directory; for writing, its lock is the caller's
 * @mode: how
 * @error: return location for a #GError
 *
 * Opens the index. For writing, one that is missing, damaged, of another version or of another
 * program is thrown away and an empty one is made.
 *
 * Returns: (transfer full): a connection. For reading, any error means that there is no index to read
 */
VslDb *
vsl_cache_file_open (const char  *directory,
                     VslCacheMode mode,
                     GError     **error)
{
  g_autofree char *path = NULL;
  g_autoptr(GError) local_error = NULL;
  g_autoptr(VslDb) db = NULL;

  g_return_val_if_fail (directory != NULL, NULL);

  path = g_build_filename (directory, FILE_NAME, NULL);
  if (mode == VSL_CACHE_MEMORY)
    {
      db = vsl_db_open (path, VSL_DB_MEMORY, error);
      if (db == NULL || !run_schema (db, error))
        return NULL;
      return g_steal_pointer (&db);
    }

  db = open_present (path, mode, mode == VSL_CACHE_READ ? error : &local_error);
  if (db != NULL || mode == VSL_CACHE_READ)
    return g_steal_pointer (&db);

  g_debug ("making the index anew: %s", local_error->message);
  vsl_cache_file_remove (directory);

  return make_anew (path, mode, error);
}

/**
 * vsl_cache_file_remove:
 * @directory: the data directory
 *
 * Throws the index away. Nobody may have it open.
 */
void
vsl_cache_file_remove (const char *directory)
{
  static const char *const names[] = { FILE_NAME, FILE_NAME "-wal", FILE_NAME "-shm",
                                       FILE_NAME "-journal" };
  gsize i;

  g_return_if_fail (directory != NULL);

  for (i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (directory, names[i], NULL);

      g_unlink (path);
    }
}
