/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-store"

#include "config.h"

#include "store/vsl-restore.h"

#include "store/vsl-backup-files.h"
#include "store/vsl-disk.h"
#include "store/vsl-store-lock.h"
#include "store/vsl-store-place.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <unistd.h>

#define FILE_NAME "drafts.db"

static void
set_failed_error (GError    **error,
                  const char *path,
                  int         saved_errno)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, VSL_STORE_ERROR,
               saved_errno == ENOSPC || saved_errno == EDQUOT ? VSL_STORE_ERROR_FULL : VSL_STORE_ERROR_FAILED,
               _("“%s” could not be put back: %s. The articles are as they were."), name,
               g_strerror (saved_errno));
}

/* Writes what is to be put back beside the database, durable and private. */
static gboolean
write_restored (const char *backup,
                const char *restored,
                GError    **error)
{
  g_autoptr(VslDb) db = NULL;

  g_unlink (restored);
  if (!vsl_backup_files_check (backup, error))
    return FALSE;
  db = vsl_db_open (backup, VSL_DB_IMMUTABLE, error);

  return db != NULL && vsl_db_write_copy (db, restored, error);
}

/* Moves what is only in the WAL into the file. A damaged database cannot do that, and is put aside
 * together with its WAL. */
static void
settle (const char *directory,
        const char *path)
{
  gboolean network = vsl_store_place_is_network (directory);
  g_autoptr(GError) error = NULL;
  g_autoptr(VslDb) db = vsl_db_open (path, network ? VSL_DB_WRITE_ALONE : VSL_DB_WRITE, &error);

  if (db == NULL ||
      !vsl_db_set_journal (db, network ? VSL_DB_JOURNAL_NETWORK : VSL_DB_JOURNAL_WAL, &error) ||
      !vsl_db_close (db, &error))
    g_debug ("not settled: %s", error->message);
}

/* Gives the present file a second name, so that there is no moment without a database. Where a file
 * can have one name only, it is moved. */
static gboolean
put_aside (const char *path,
           const char *aside,
           GError    **error)
{
  if (link (path, aside) == 0 || g_rename (path, aside) == 0)
    return TRUE;

  set_failed_error (error, path, errno);
  return FALSE;
}

static gboolean
put_aside_all (const char *path,
               const char *aside,
               GError    **error)
{
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  g_autofree char *aside_wal = g_strconcat (aside, "-wal", NULL);
  g_autofree char *shm = g_strconcat (path, "-shm", NULL);

  if (!put_aside (path, aside, error))
    return FALSE;
  if (g_rename (wal, aside_wal) != 0 && errno != ENOENT)
    {
      set_failed_error (error, wal, errno);
      return FALSE;
    }
  g_unlink (shm);

  return TRUE;
}

/**
 * vsl_restore_backup:
 * @directory: the data directory; no store is open on it
 * @backup: a backup, or any copy of a database of ours
 * @now: the time, µs since 1970 UTC
 * @error: return location for a #GError
 *
 * Puts a backup in the place of the articles. What was there is kept beside the backups, damaged or
 * not, and can be put back in the same way.
 *
 * Returns: (transfer full): where the replaced articles are; empty when there were none.
 *   %VSL_STORE_ERROR_LOCKED when a store is open, %VSL_STORE_ERROR_CORRUPT, %VSL_STORE_ERROR_FOREIGN or
 *   %VSL_STORE_ERROR_TOO_NEW when @backup is not fit; then the articles are as they were
 */
char *
vsl_restore_backup (const char *directory,
                    const char *backup,
                    gint64      now,
                    GError    **error)
{
  g_autofree char *path = NULL;
  g_autofree char *restored = NULL;
  g_autofree char *aside = NULL;
  g_autofree char *folder = NULL;
  g_autoptr(VslStoreLock) lock = NULL;

  g_return_val_if_fail (directory != NULL, NULL);
  g_return_val_if_fail (backup != NULL, NULL);

  path = g_build_filename (directory, FILE_NAME, NULL);
  restored = g_strconcat (path, ".restored", NULL);
  aside = vsl_backup_files_make_path (directory, VSL_BACKUP_REPLACED, now);
  folder = vsl_backup_files_get_folder (directory);
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      set_failed_error (error, backup, errno);
      return NULL;
    }
  lock = vsl_store_lock_take (directory, error);
  if (lock == NULL || !write_restored (backup, restored, error))
    return NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      settle (directory, path);
      if (!put_aside_all (path, aside, error))
        return NULL;
    }
  else
    g_clear_pointer (&aside, g_free);

  if (g_rename (restored, path) != 0)
    {
      set_failed_error (error, backup, errno);
      if (aside != NULL && !g_file_test (path, G_FILE_TEST_EXISTS) && g_rename (aside, path) != 0)
        g_debug ("the articles are in %s: %s", aside, g_strerror (errno));
      return NULL;
    }
  vsl_disk_sync_directory_of (path);

  return aside != NULL ? g_steal_pointer (&aside) : g_strdup ("");
}
