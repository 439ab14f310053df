/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-store"

#include "config.h"

#include "store/vsl-store-schema.h"

#include "store/vsl-disk.h"
#include "store/vsl-store-resources.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <unistd.h>

#define RESOURCE_FOLDER "/org/verslag/store/sql"

/* “VSLG” in the header of the file, set by the first migration. */
#define APPLICATION_ID 0x56534c47

/* The number in front of the name of a migration, e.g. 1 for “0001-initial.sql”. */
static gint64
parse_number (const char *name)
{
  return g_ascii_strtoll (name, NULL, 10);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The names of all migrations in order. They are in the program, so they are there. */
static char **
list_migrations (void)
{
  char **names = g_resource_enumerate_children (vsl_store_get_resource (), RESOURCE_FOLDER,
                                                G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert (names != NULL && names[0] != NULL);
  qsort (names, g_strv_length (names), sizeof *names, compare_names);

  return names;
}

/* Checks what a migration left, while it can still be undone. */
static gboolean
check_step (VslDb   *db,
            gint64   number,
            GError **error)
{
  g_autoptr(VslStatement) statement = NULL;
  gint64 version = 0;

  if (!vsl_db_load_int64 (db, "PRAGMA user_version", &version, error))
    return FALSE;
  g_assert (version == number);

  statement = vsl_db_prepare (db, "PRAGMA foreign_key_check", error);
  if (statement == NULL)
    return FALSE;
  switch (vsl_statement_step (statement, error))
    {
    case VSL_STEP_RESULT_DONE:
      return TRUE;
    case VSL_STEP_RESULT_ROW:
      g_set_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_CORRUPT,
                   _("“%s” holds rows that belong to nothing, so it was not brought up to date. It was left as it is."),
                   vsl_db_get_path (db));
      return FALSE;
    case VSL_STEP_RESULT_FAILED:
    default:
      return FALSE;
    }
}

static gboolean
run_migration (VslDb      *db,
               const char *name,
               GError    **error)
{
  g_autofree char *path = g_strconcat (RESOURCE_FOLDER "/", name, NULL);
  g_autoptr(GBytes) sql = g_resource_lookup_data (vsl_store_get_resource (), path,
                                                  G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  gboolean good;

  if (sql == NULL || !vsl_db_begin (db, error))
    return FALSE;

  /* Data in a resource end with a zero byte that is not counted. */
  good = vsl_db_run_script (db, g_bytes_get_data (sql, NULL), error) &&
         check_step (db, parse_number (name), error);

  return vsl_db_end (db, good, error);
}

static gboolean
fill_new_file (const char *path,
               GError    **error)
{
  g_autoptr(VslDb) db = NULL;
  int fd = g_open (path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0600);

  if (fd < 0)
    {
      g_set_error (error, VSL_STORE_ERROR,
                   errno == ENOSPC || errno == EDQUOT ? VSL_STORE_ERROR_FULL : VSL_STORE_ERROR_READ_ONLY,
                   _("“%s” could not be made: %s."), path, g_strerror (errno));
      return FALSE;
    }
  close (fd);

  db = vsl_db_open (path, VSL_DB_WRITE_ALONE, error);

  return db != NULL &&
         vsl_db_set_journal (db, VSL_DB_JOURNAL_NETWORK, error) &&
         vsl_store_schema_migrate (db, 0, vsl_store_schema_get_version (), error) &&
         vsl_db_close (db, error);
}

/**
 * vsl_store_schema_get_version:
 *
 * Returns: the version of the database that this program writes: the number of its last migration
 */
gint64
vsl_store_schema_get_version (void)
{
  g_auto(GStrv) names = list_migrations ();

  return parse_number (names[g_strv_length (names) - 1]);
}

/**
 * vsl_store_schema_create:
 * @path: where no file is
 * @error: return location for a #GError
 *
 * Makes an empty database under another name and gives it its own when it is whole: a file at @path
 * is never a half-made one, so an empty file there is damage and not a beginning. For the holder of
 * the lock.
 *
 * Returns: whether it is there
 */
gboolean
vsl_store_schema_create (const char *path,
                         GError    **error)
{
  g_autofree char *made = NULL;
  g_autofree char *journal = NULL;
  g_autofree char *name = NULL;
  int saved_errno;

  g_return_val_if_fail (path != NULL, FALSE);

  made = g_strconcat (path, ".new", NULL);
  journal = g_strconcat (made, "-journal", NULL);
  g_unlink (made);
  g_unlink (journal);
  if (!fill_new_file (made, error))
    {
      g_unlink (made);
      g_unlink (journal);
      return FALSE;
    }

  g_unlink (journal);
  if (g_rename (made, path) != 0)
    {
      saved_errno = errno;
      name = g_filename_display_name (path);
      g_set_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_FAILED, _("“%s” could not be made: %s."),
                   name, g_strerror (saved_errno));
      return FALSE;
    }
  vsl_disk_sync_directory_of (path);

  return TRUE;
}

/**
 * vsl_store_schema_identify:
 * @db: a connection on which nothing was run yet
 * @version: (out): the version of the database
 * @error: return location for a #GError
 *
 * Looks whose database it is, without writing.
 *
 * Returns: whether this program may use it: %VSL_STORE_ERROR_FOREIGN when it is not ours,
 *   %VSL_STORE_ERROR_TOO_NEW when a later version wrote it, %VSL_STORE_ERROR_CORRUPT when it is none
 */
gboolean
vsl_store_schema_identify (VslDb   *db,
                           gint64  *version,
                           GError **error)
{
  g_autofree char *name = NULL;
  gint64 application = 0;

  g_return_val_if_fail (db != NULL, FALSE);
  g_return_val_if_fail (version != NULL, FALSE);

  if (!vsl_db_load_int64 (db, "PRAGMA application_id", &application, error) ||
      !vsl_db_load_int64 (db, "PRAGMA user_version", version, error))
    return FALSE;

  name = g_filename_display_name (vsl_db_get_path (db));
  if (application != APPLICATION_ID || *version < 1)
    {
      g_set_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_FOREIGN,
                   _("“%s” is a database of another program. It was left as it is; choose another folder."), name);
      return FALSE;
    }
  if (*version > vsl_store_schema_get_version ())
    {
      g_set_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_TOO_NEW,
                   _("“%s” was written by a newer version of Verslag. It was left as it is; install the newer version to open it."), name);
      return FALSE;
    }

  return TRUE;
}

/**
 * vsl_store_schema_migrate:
 * @db: a writing connection
 * @from: the version of the database; 0 for an empty one
 * @to: the version it is to get
 * @error: return location for a #GError
 *
 * Runs the migrations between the two, each in a transaction of its own together with its version
 * number: the database always has the shape that its number says.
 *
 * Returns: whether it now has version @to
 */
gboolean
vsl_store_schema_migrate (VslDb   *db,
                          gint64   from,
                          gint64   to,
                          GError **error)
{
  g_auto(GStrv) names = NULL;
  guint i;

  g_return_val_if_fail (db != NULL, FALSE);

  names = list_migrations ();
  for (i = 0; names[i] != NULL; i++)
    {
      gint64 number = parse_number (names[i]);

      if (number > from && number <= to && !run_migration (db, names[i], error))
        return FALSE;
    }

  return TRUE;
}
