/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-store"

#include "config.h"

#include "store/vsl-store-file.h"

#include "store/vsl-sqlite-error.h"
#include "store/vsl-store-schema.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <unistd.h>

#define FILE_NAME "drafts.db"
#define BACKUP_FOLDER "backups"

#define MIN_PAGE_BYTES 512

/* How many copies of one version are kept side by side before a migration gives up. */
#define MAX_COPIES 100

typedef enum
{
  STATE_ABSENT,
  STATE_EMPTY,
  STATE_SHORT, /* less than the smallest page of a database */
  STATE_PRESENT
} FileState;

/* stat(), and never open(): closing a second descriptor would drop the locks of a connection. */
static FileState
look_at_file (const char *path)
{
  GStatBuf info;

  if (g_stat (path, &info) != 0)
    return errno == ENOENT || errno == ENOTDIR ? STATE_ABSENT : STATE_PRESENT;

  if (info.st_size == 0)
    return STATE_EMPTY;

  return info.st_size < MIN_PAGE_BYTES ? STATE_SHORT : STATE_PRESENT;
}

/* Ours are whole from the moment they have their name, so an empty one has lost what was in it. SQLite
 * would take it for a new database, and read zeros where a header was cut off. */
static gboolean
check_length (const char *path,
              FileState   state,
              GError    **error)
{
  g_autofree char *name = NULL;

  if (state == STATE_SHORT)
    vsl_sqlite_set_error (error, NULL, SQLITE_NOTADB, path);
  if (state != STATE_EMPTY)
    return state != STATE_SHORT;

  name = g_filename_display_name (path);
  g_set_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_CORRUPT,
               _("“%s” is empty, so the articles in it are gone. It was left as it is; a copy of an earlier moment is in the folder “backups” beside it."), name);
  return FALSE;
}

/* Copies the database as it is before its shape changes. */
static gboolean
keep_old_version (VslDb      *db,
                  const char *directory,
                  gint64      version,
                  GError    **error)
{
  g_autofree char *folder = g_build_filename (directory, BACKUP_FOLDER, NULL);
  guint i;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_FAILED, _("The folder “%s” could not be made: %s."),
                   folder, g_strerror (errno));
      return FALSE;
    }

  for (i = 1; i <= MAX_COPIES; i++)
    {
      g_autofree char *name = g_strdup_printf ("drafts-version-%04" G_GINT64_FORMAT "-%u.db", version, i);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        return vsl_db_write_copy (db, path, error);
    }

  g_set_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_FAILED,
               _("The folder “%s” already holds %d copies of version %d. Move some of them elsewhere and try again."),
               folder, MAX_COPIES, (int) version);
  return FALSE;
}

static gboolean
bring_up_to_date (VslDb      *db,
                  const char *directory,
                  gint64      version,
                  GError    **error)
{
  gint64 latest = vsl_store_schema_get_version ();

  if (version == latest)
    return TRUE;

  return keep_old_version (db, directory, version, error) &&
         vsl_store_schema_migrate (db, version, latest, error) &&
         vsl_db_check_quickly (db, error);
}

/**
 * vsl_store_file_open_for_writing:
 * @directory: the data directory, whose lock the caller holds
 * @network: whether it is on a network file system, where shared memory does not work
 * @error: return location for a #GError
 *
 * Opens the database of the articles, makes it when there is none, and brings an older one up to
 * date after a copy of it was put into `backups/`. A publication that was on its way when the last
 * process ended is marked as in doubt: only the site knows how it ended.
 *
 * Returns: (transfer full): the one writing connection. A file that is not ours, newer or damaged
 *   is left as it was
 */
VslDb *
vsl_store_file_open_for_writing (const char *directory,
                                 gboolean    network,
                                 GError    **error)
{
  g_autofree char *path = NULL;
  g_autoptr(VslDb) db = NULL;
  FileState state;
  gint64 version;

  g_return_val_if_fail (directory != NULL, NULL);

  path = g_build_filename (directory, FILE_NAME, NULL);
  state = look_at_file (path);
  if (!check_length (path, state, error))
    return NULL;
  if (state == STATE_ABSENT && !vsl_store_schema_create (path, error))
    return NULL;

  db = vsl_db_open (path, network ? VSL_DB_WRITE_ALONE : VSL_DB_WRITE, error);
  if (db == NULL ||
      !vsl_store_schema_identify (db, &version, error) ||
      !vsl_db_set_journal (db, network ? VSL_DB_JOURNAL_NETWORK : VSL_DB_JOURNAL_WAL, error) ||
      !bring_up_to_date (db, directory, version, error) ||
      !vsl_db_run (db,
                   "INSERT INTO outbox_event (outbox, at, what, attempt)"
                   " SELECT number, 1000000 * unixepoch (), 'found', attempts FROM outbox"
                   " WHERE state = 'sending'",
                   error) ||
      !vsl_db_run (db,
                   "UPDATE outbox SET state = 'in_doubt', next_at = max (next_at, 1)"
                   " WHERE state = 'sending'",
                   error))
    return NULL;

  return g_steal_pointer (&db);
}

/* What stands in for a database that was never made: nothing is found, and nothing is written. */
static VslDb *
open_nothing (const char *path,
              GError    **error)
{
  g_autoptr(VslDb) db = vsl_db_open (path, VSL_DB_MEMORY, error);

  if (db == NULL ||
      !vsl_store_schema_migrate (db, 0, vsl_store_schema_get_version (), error) ||
      !vsl_db_run (db, "PRAGMA query_only = ON", error))
    return NULL;

  return g_steal_pointer (&db);
}

/* Opens what stands on a medium that cannot be written, so that SQLite cannot make its index of the
 * WAL. Without changes in a WAL none is needed, as nobody can change the file either. */
static VslDb *
open_unwritable (const char *path,
                 gint64     *version,
                 GError    **error)
{
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  g_autofree char *name = NULL;
  g_autoptr(VslDb) db = NULL;

  if (look_at_file (wal) >= STATE_SHORT)
    {
      name = g_filename_display_name (path);
      g_set_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_READ_ONLY,
                   _("The last changes of “%s” are not in the file itself yet, and its folder cannot be written. Copy the folder to a place that can be written and open it there."), name);
      return NULL;
    }

  db = vsl_db_open (path, VSL_DB_IMMUTABLE, error);
  if (db == NULL || !vsl_store_schema_identify (db, version, error))
    return NULL;

  return g_steal_pointer (&db);
}

static VslDb *
open_present (const char *path,
              gint64     *version,
              GError    **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(VslDb) db = vsl_db_open (path, VSL_DB_READ, &local_error);
  g_autofree char *directory = g_path_get_dirname (path);

  if (db != NULL && vsl_store_schema_identify (db, version, &local_error))
    return g_steal_pointer (&db);
  /* SQLite only says that it could not open something; what it could not make is the index. */
  if (g_access (directory, W_OK) != 0 &&
      (g_error_matches (local_error, VSL_STORE_ERROR, VSL_STORE_ERROR_READ_ONLY) ||
       g_error_matches (local_error, VSL_STORE_ERROR, VSL_STORE_ERROR_FAILED)))
    return open_unwritable (path, version, error);

  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

/**
 * vsl_store_file_open_for_reading:
 * @directory: the data directory
 * @error: return location for a #GError
 *
 * Opens the database of the articles for reading, beside a writer or without one. Where there is no
 * database, an empty one is read, and nothing is made.
 *
 * Returns: (transfer full): a connection on which nothing can be written
 */
VslDb *
vsl_store_file_open_for_reading (const char *directory,
                                 GError    **error)
{
  g_autofree char *path = NULL;
  g_autofree char *name = NULL;
  g_autoptr(VslDb) db = NULL;
  FileState state;
  gint64 version = 0;

  g_return_val_if_fail (directory != NULL, NULL);

  path = g_build_filename (directory, FILE_NAME, NULL);
  state = look_at_file (path);
  if (state == STATE_ABSENT)
    return open_nothing (path, error);
  if (!check_length (path, state, error))
    return NULL;

  db = open_present (path, &version, error);
  if (db != NULL && version < vsl_store_schema_get_version ())
    {
      name = g_filename_display_name (path);
      g_set_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_READ_ONLY,
                   _("“%s” was written by an earlier version of Verslag. Open it once in the window, which brings it up to date."), name);
      return NULL;
    }

  return g_steal_pointer (&db);
}
