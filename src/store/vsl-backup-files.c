/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-store"

#include "config.h"

#include "store/vsl-backup-files.h"

#include "store/vsl-disk.h"
#include "store/vsl-store-schema.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/statvfs.h>
#include <unistd.h>

#define FOLDER "backups"
#define PREFIX "verslag"

/* The name is the moment in UTC: it sorts, and no change of clocks makes two of one. */
#define TIME_FORMAT "%Y%m%d-%H%M%SZ"
#define TIME_LENGTH 16

/* What a backup leaves free for the work itself. */
#define SPARE_BYTES (G_GINT64_CONSTANT (100) * 1024 * 1024)

#define HOUR (G_GINT64_CONSTANT (3600) * G_USEC_PER_SEC)
#define DAY (24 * HOUR)

static int
compare_newest_first (gconstpointer a,
                      gconstpointer b)
{
  const VslBackup *first = *(VslBackup *const *) a;
  const VslBackup *second = *(VslBackup *const *) b;

  return first->created_at < second->created_at ? 1 : first->created_at > second->created_at ? -1 : 0;
}

/* Reads the moment from a name of ours; FALSE for any other file, which is then left alone. */
static gboolean
parse_name (const char *name,
            const char *prefix,
            gint64     *created_at)
{
  g_autoptr(GDateTime) time = NULL;
  g_autofree char *moment = NULL;
  g_autofree char *again = NULL;
  int year, month, day, hour, minute, second;
  int length = 0;

  if (!g_str_has_prefix (name, prefix))
    return FALSE;
  if (sscanf (name + strlen (prefix), "-%4d%2d%2d-%2d%2d%2dZ.db%n", &year, &month, &day, &hour, &minute, &second,
              &length) != 6 ||
      length == 0 || name[strlen (prefix) + (gsize) length] != '\0')
    return FALSE;

  time = g_date_time_new_utc (year, month, day, hour, minute, second);
  moment = time != NULL ? g_date_time_format (time, TIME_FORMAT) : NULL;
  again = g_strconcat (prefix, "-", moment != NULL ? moment : "", ".db", NULL);
  if (g_strcmp0 (again, name) != 0)
    return FALSE;
  *created_at = g_date_time_to_unix (time) * G_USEC_PER_SEC;

  return TRUE;
}

/* Better no backup than a disk on which the article cannot be stored any more. */
static gboolean
check_room (VslDb      *db,
            const char *path,
            GError    **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  gint64 n_pages = 0;
  gint64 page_bytes = 0;
  struct statvfs info;

  if (!vsl_db_load_int64 (db, "PRAGMA page_count", &n_pages, error) ||
      !vsl_db_load_int64 (db, "PRAGMA page_size", &page_bytes, error))
    return FALSE;
  if (statvfs (folder, &info) != 0 ||
      (gint64) info.f_bavail * (gint64) info.f_frsize > n_pages * page_bytes + SPARE_BYTES)
    return TRUE;

  g_set_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_FULL,
               _("There is no room for a backup in “%s”. The articles themselves are stored; make room for their backups."), folder);
  return FALSE;
}

/**
 * vsl_backup_free:
 * @self: (transfer full): a backup
 *
 * Frees what is known of a backup, not the backup.
 */
void
vsl_backup_free (VslBackup *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->path);
  g_free (self);
}

/**
 * vsl_backup_files_get_folder:
 * @directory: the data directory
 *
 * Returns: (transfer full): the path of the folder in which backups are
 */
char *
vsl_backup_files_get_folder (const char *directory)
{
  return g_build_filename (directory, FOLDER, NULL);
}

/**
 * vsl_backup_files_make_path:
 * @directory: the data directory
 * @prefix: (nullable): the first word of the name; %NULL for a backup
 * @now: the time, µs since 1970 UTC
 *
 * Returns: (transfer full): the path of a file in the folder of backups, named after the moment
 */
char *
vsl_backup_files_make_path (const char *directory,
                            const char *prefix,
                            gint64      now)
{
  g_autoptr(GDateTime) time = g_date_time_new_from_unix_utc (now / G_USEC_PER_SEC);
  g_autofree char *moment = time != NULL ? g_date_time_format (time, TIME_FORMAT) : g_strdup ("0");
  g_autofree char *name = g_strconcat (prefix != NULL ? prefix : PREFIX, "-", moment, ".db", NULL);

  return g_build_filename (directory, FOLDER, name, NULL);
}

/* Adds the files whose names are @prefix and a moment. */
static void
add_files (GPtrArray  *backups,
           const char *directory,
           const char *prefix)
{
  g_autofree char *folder = vsl_backup_files_get_folder (directory);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      gint64 created_at;
      GStatBuf info;
      VslBackup *backup;

      if (!parse_name (name, prefix, &created_at) || g_lstat (path, &info) != 0 || !S_ISREG (info.st_mode))
        continue;
      backup = g_new (VslBackup, 1);
      *backup = (VslBackup) { g_steal_pointer (&path), created_at, info.st_size,
                              g_str_equal (prefix, VSL_BACKUP_REPLACED) };
      g_ptr_array_add (backups, backup);
    }
}

/**
 * vsl_backup_files_list:
 * @directory: the data directory
 *
 * Returns: (transfer full) (element-type VslBackup): the backups, newest first; none when there is no
 *   folder of them
 */
GPtrArray *
vsl_backup_files_list (const char *directory)
{
  GPtrArray *backups = g_ptr_array_new_with_free_func ((GDestroyNotify) vsl_backup_free);

  add_files (backups, directory, PREFIX);
  g_ptr_array_sort (backups, compare_newest_first);

  return backups;
}

/**
 * vsl_backup_files_list_all:
 * @directory: the data directory
 *
 * Returns: (transfer full) (element-type VslBackup): the backups, and what they replaced when they were
 *   restored, newest first
 */
GPtrArray *
vsl_backup_files_list_all (const char *directory)
{
  GPtrArray *backups = g_ptr_array_new_with_free_func ((GDestroyNotify) vsl_backup_free);

  add_files (backups, directory, PREFIX);
  add_files (backups, directory, VSL_BACKUP_REPLACED);
  g_ptr_array_sort (backups, compare_newest_first);

  return backups;
}

/**
 * vsl_backup_files_choose_old:
 * @backups: (element-type VslBackup): backups, newest first
 *
 * Keeps the last backup of each of %VSL_BACKUP_HOURS hours and of %VSL_BACKUP_DAYS days. Hours and
 * days without a backup are not counted: who is on holiday for a month finds everything back.
 *
 * Returns: (transfer container) (element-type VslBackup): those that may go
 */
GPtrArray *
vsl_backup_files_choose_old (GPtrArray *backups)
{
  GPtrArray *old = g_ptr_array_new ();
  gint64 last_hour = G_MININT64;
  gint64 last_day = G_MININT64;
  guint n_hours = 0;
  guint n_days = 0;
  guint i;

  for (i = 0; i < backups->len; i++)
    {
      VslBackup *backup = g_ptr_array_index (backups, i);
      gint64 hour = backup->created_at / HOUR;
      gint64 day = backup->created_at / DAY;
      gboolean kept = FALSE;

      if (hour != last_hour && n_hours < VSL_BACKUP_HOURS)
        {
          n_hours++;
          kept = TRUE;
        }
      if (day != last_day && n_days < VSL_BACKUP_DAYS)
        {
          n_days++;
          kept = TRUE;
        }
      last_hour = hour;
      last_day = day;
      if (!kept)
        g_ptr_array_add (old, backup);
    }

  return old;
}

/**
 * vsl_backup_files_write:
 * @db: the database, outside a transaction
 * @path: where the backup goes; a file there is replaced once the backup is whole
 * @error: return location for a #GError
 *
 * Writes a backup under another name, reads all of it back, and only then gives it its own: a file
 * that has the name of a backup is one.
 *
 * Returns: whether the backup stands
 */
gboolean
vsl_backup_files_write (VslDb      *db,
                        const char *path,
                        GError    **error)
{
  g_autofree char *partial = NULL;
  int saved_errno;

  g_return_val_if_fail (db != NULL, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  partial = g_strconcat (path, ".partial", NULL);
  g_unlink (partial);
  if (!check_room (db, path, error) || !vsl_db_write_copy (db, partial, error))
    return FALSE;
  if (!vsl_backup_files_check (partial, error))
    {
      g_unlink (partial);
      return FALSE;
    }
  if (g_rename (partial, path) != 0)
    {
      saved_errno = errno;
      g_unlink (partial);
      g_set_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_FAILED,
                   _("The copy “%s” could not be written: %s."), path, g_strerror (saved_errno));
      return FALSE;
    }
  vsl_disk_sync_directory_of (path);

  return TRUE;
}

/**
 * vsl_backup_files_check:
 * @path: a file
 * @error: return location for a #GError
 *
 * Reads a backup from its first page to its last.
 *
 * Returns: whether it is a sound database of ours; %VSL_STORE_ERROR_CORRUPT, %VSL_STORE_ERROR_FOREIGN,
 *   %VSL_STORE_ERROR_TOO_NEW
 */
gboolean
vsl_backup_files_check (const char *path,
                        GError    **error)
{
  g_autoptr(VslDb) db = vsl_db_open (path, VSL_DB_IMMUTABLE, error);
  gint64 version;

  return db != NULL && vsl_store_schema_identify (db, &version, error) &&
         vsl_db_check_quickly (db, error);
}
