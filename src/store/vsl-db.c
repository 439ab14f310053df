/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-store"

#include "config.h"

#include "store/vsl-db.h"

#include "store/vsl-db-settings.h"
#include "store/vsl-sqlite-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <unistd.h>

struct _VslDb
{
  char *path;             /* (owned) */
  sqlite3 *db;            /* (owned) (nullable) once closed */
  GHashTable *statements; /* (owned) SQL → VslStatement */
  guint depth;            /* transactions begun and not ended; all but the first are savepoints */
};

static void
set_error (VslDb   *self,
           int      result,
           GError **error)
{
  vsl_sqlite_set_error (error, self->db, result, self->path);
}

static int
open_connection (const char *path,
                 VslDbMode   mode,
                 sqlite3   **db)
{
  int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  g_autofree char *uri = NULL;
  g_autofree char *immutable = NULL;

  switch (mode)
    {
    case VSL_DB_WRITE:
    case VSL_DB_WRITE_ALONE:
      return sqlite3_open_v2 (path, db, flags | SQLITE_OPEN_READWRITE, NULL);
    case VSL_DB_READ:
      return sqlite3_open_v2 (path, db, flags | SQLITE_OPEN_READONLY, NULL);
    case VSL_DB_IMMUTABLE:
      uri = g_filename_to_uri (path, NULL, NULL);
      immutable = g_strconcat (uri != NULL ? uri : "", "?immutable=1", NULL);
      return sqlite3_open_v2 (immutable, db, flags | SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, NULL);
    case VSL_DB_MEMORY:
    default:
      return sqlite3_open_v2 (":memory:", db, flags | SQLITE_OPEN_READWRITE, NULL);
    }
}

/**
 * vsl_db_open:
 * @path: an absolute path; for %VSL_DB_MEMORY what it stands for, for messages
 * @mode: how
 * @error: return location for a #GError
 *
 * Opens a database that exists. Nothing is read and nothing is written yet, so a file that turns out
 * not to be ours is left as it was.
 *
 * Returns: (transfer full): a connection
 */
VslDb *
vsl_db_open (const char *path,
             VslDbMode   mode,
             GError    **error)
{
  g_autoptr(VslDb) self = g_new0 (VslDb, 1);
  int result;

  g_return_val_if_fail (path != NULL, NULL);

  self->path = g_strdup (path);
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                            (GDestroyNotify) vsl_statement_free);
  errno = 0;
  result = open_connection (path, mode, &self->db);
  if (result != SQLITE_OK)
    {
      set_error (self, result, error);
      return NULL;
    }

  if (!vsl_db_settings_harden (self->db, self->path, error) ||
      !vsl_db_settings_apply (self->db, self->path, VSL_DB_SETTINGS_COMMON, error))
    return NULL;
  if (mode == VSL_DB_WRITE_ALONE &&
      !vsl_db_settings_apply (self->db, self->path, VSL_DB_SETTINGS_ALONE, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * vsl_db_close:
 * @self: the connection; remains to be freed
 * @error: return location for a #GError
 *
 * Ends the connection. The last writer moves the WAL into the file.
 *
 * Returns: whether nothing was left open; every commit that was reported is safe all the same
 */
gboolean
vsl_db_close (VslDb   *self,
              GError **error)
{
  int result;

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->db == NULL)
    return TRUE;

  g_hash_table_remove_all (self->statements);
  result = sqlite3_close (self->db);
  if (result != SQLITE_OK)
    {
      set_error (self, result, error);
      sqlite3_close_v2 (self->db);
    }
  self->db = NULL;

  return result == SQLITE_OK;
}

/**
 * vsl_db_free:
 * @self: (transfer full): the connection
 *
 * Closes and frees it.
 */
void
vsl_db_free (VslDb *self)
{
  g_return_if_fail (self != NULL);

  if (self->db != NULL)
    vsl_db_close (self, NULL);
  g_clear_pointer (&self->statements, g_hash_table_unref);
  g_free (self->path);
  g_free (self);
}

/**
 * vsl_db_get_path:
 * @self: the connection
 *
 * Returns: (transfer none): the path of its file
 */
const char *
vsl_db_get_path (VslDb *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->path;
}

/**
 * vsl_db_set_journal:
 * @self: a writing connection, outside a transaction
 * @journal: how commits are made durable
 * @error: return location for a #GError
 *
 * Returns: whether the file now works that way
 */
gboolean
vsl_db_set_journal (VslDb       *self,
                    VslDbJournal journal,
                    GError     **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  sqlite3_db_config (self->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
  switch (journal)
    {
    case VSL_DB_JOURNAL_NETWORK:
      return vsl_db_settings_apply (self->db, self->path, VSL_DB_SETTINGS_NETWORK, error);
    case VSL_DB_JOURNAL_CACHE:
      return vsl_db_settings_apply (self->db, self->path, VSL_DB_SETTINGS_CACHE, error);
    case VSL_DB_JOURNAL_WAL:
    default:
      return vsl_db_settings_apply (self->db, self->path, VSL_DB_SETTINGS_WAL, error);
    }
}

/**
 * vsl_db_interrupt:
 * @self: an open connection
 *
 * Makes the statement that runs now fail with %G_IO_ERROR_CANCELLED. Any thread, while the
 * connection is open.
 */
void
vsl_db_interrupt (VslDb *self)
{
  g_return_if_fail (self != NULL);

  sqlite3_interrupt (self->db);
}

/**
 * vsl_db_prepare:
 * @self: the connection
 * @sql: one statement, of constant text; values are bound by name
 * @error: return location for a #GError
 *
 * Returns: (transfer full): the statement, to be given back; kept prepared for the next time
 */
VslStatement *
vsl_db_prepare (VslDb      *self,
                const char *sql,
                GError    **error)
{
  VslStatement *statement;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (sql != NULL, NULL);

  statement = g_hash_table_lookup (self->statements, sql);
  if (statement == NULL)
    {
      statement = vsl_statement_new (self->db, self->path, sql, NULL, error);
      if (statement == NULL)
        return NULL;
      g_hash_table_insert (self->statements, g_strdup (sql), statement);
    }

  return vsl_statement_lend (statement);
}

/**
 * vsl_db_run:
 * @self: the connection
 * @sql: one statement without parameters
 * @error: return location for a #GError
 *
 * Returns: whether it succeeded
 */
gboolean
vsl_db_run (VslDb      *self,
            const char *sql,
            GError    **error)
{
  g_autoptr(VslStatement) statement = vsl_db_prepare (self, sql, error);

  return statement != NULL && vsl_statement_run (statement, error);
}

/**
 * vsl_db_run_script:
 * @self: the connection
 * @sql: statements without parameters
 * @error: return location for a #GError
 *
 * Runs them one after the other until one fails. Not a transaction by itself.
 *
 * Returns: whether all succeeded
 */
gboolean
vsl_db_run_script (VslDb      *self,
                   const char *sql,
                   GError    **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (sql != NULL, FALSE);

  while (*sql != '\0')
    {
      VslStatement *statement = vsl_statement_new (self->db, self->path, sql, &sql, error);
      gboolean good = statement != NULL && vsl_statement_run (vsl_statement_lend (statement), error);

      g_clear_pointer (&statement, vsl_statement_free);
      if (!good)
        return FALSE;
    }

  return TRUE;
}

/**
 * vsl_db_load_int64:
 * @self: the connection
 * @sql: one statement without parameters that gives one number
 * @value: (out): the number; 0 when there is no row
 * @error: return location for a #GError
 *
 * Returns: whether it succeeded
 */
gboolean
vsl_db_load_int64 (VslDb      *self,
                   const char *sql,
                   gint64     *value,
                   GError    **error)
{
  g_autoptr(VslStatement) statement = vsl_db_prepare (self, sql, error);
  VslStepResult step;

  g_return_val_if_fail (value != NULL, FALSE);

  if (statement == NULL)
    return FALSE;

  step = vsl_statement_step (statement, error);
  *value = step == VSL_STEP_RESULT_ROW ? vsl_statement_get_int64 (statement, 0) : 0;

  return step != VSL_STEP_RESULT_FAILED;
}

/**
 * vsl_db_check_quickly:
 * @self: the connection
 * @error: return location for a #GError
 *
 * Reads every page and checks that they hang together; some milliseconds for each 10 MB.
 *
 * Returns: whether they do; if not, %VSL_STORE_ERROR_CORRUPT
 */
gboolean
vsl_db_check_quickly (VslDb   *self,
                      GError **error)
{
  g_autoptr(VslStatement) statement = vsl_db_prepare (self, "PRAGMA quick_check(1)", error);
  VslStepResult step;

  if (statement == NULL)
    return FALSE;

  step = vsl_statement_step (statement, error);
  if (step == VSL_STEP_RESULT_FAILED)
    return FALSE;
  if (step == VSL_STEP_RESULT_DONE || g_str_equal (vsl_statement_get_text (statement, 0), "ok"))
    return TRUE;

  g_debug ("quick_check: %s", vsl_statement_get_text (statement, 0));
  set_error (self, SQLITE_CORRUPT, error);
  return FALSE;
}

/**
 * vsl_db_write_copy:
 * @self: the connection, outside a transaction
 * @path: a file that does not exist
 * @error: return location for a #GError
 *
 * Writes the database as it is now into a new file that only its owner can read, and makes the file
 * durable. What was half written when it fails is removed.
 *
 * Returns: whether the copy stands
 */
gboolean
vsl_db_write_copy (VslDb      *self,
                   const char *path,
                   GError    **error)
{
  g_autoptr(VslStatement) statement = NULL;
  int fd;
  gboolean good;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  /* An empty file of our own making, so that the copy never has the permissions of the umask. */
  fd = g_open (path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (fd < 0)
    {
      g_set_error (error, VSL_STORE_ERROR,
                   errno == ENOSPC || errno == EDQUOT ? VSL_STORE_ERROR_FULL : VSL_STORE_ERROR_FAILED,
                   _("The copy “%s” could not be written: %s."), path, g_strerror (errno));
      return FALSE;
    }

  statement = vsl_db_prepare (self, "VACUUM INTO :path", error);
  good = statement != NULL;
  if (good)
    {
      vsl_statement_bind_text (statement, ":path", path);
      good = vsl_statement_run (statement, error);
    }
  if (good && fsync (fd) != 0)
    {
      g_set_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_FAILED,
                   _("The copy “%s” could not be written: %s."), path, g_strerror (errno));
      good = FALSE;
    }
  close (fd);
  if (!good)
    g_unlink (path);

  return good;
}

/**
 * vsl_db_begin:
 * @self: the connection
 * @error: return location for a #GError
 *
 * Begins a transaction that writes. Inside another one it begins a part of that, which can be undone
 * by itself and is durable when the whole is.
 *
 * Returns: whether it began; it must then be ended with vsl_db_end()
 */
gboolean
vsl_db_begin (VslDb   *self,
              GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (!vsl_db_run (self, self->depth == 0 ? "BEGIN IMMEDIATE" : "SAVEPOINT part", error))
    return FALSE;
  self->depth++;

  return TRUE;
}

/* Some failures (a full disk) have undone the whole transaction by themselves already. */
static void
undo (VslDb *self)
{
  g_autoptr(GError) error = NULL;

  if (sqlite3_get_autocommit (self->db))
    return;
  if (self->depth == 0 ? !vsl_db_run (self, "ROLLBACK", &error)
                       : !vsl_db_run (self, "ROLLBACK TO part", &error) ||
                           !vsl_db_run (self, "RELEASE part", &error))
    g_debug ("rollback: %s", error->message);
}

/**
 * vsl_db_end:
 * @self: the connection, in a transaction
 * @good: whether everything in it succeeded
 * @error: return location for a #GError, of the commit; untouched when @good is %FALSE
 *
 * Commits when @good, else undoes everything since vsl_db_begin(). A commit that fails is undone as
 * well.
 *
 * Returns: whether the transaction is now durable, or the part is in the whole
 */
gboolean
vsl_db_end (VslDb   *self,
            gboolean good,
            GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (self->depth > 0, FALSE);

  self->depth--;
  if (good)
    good = vsl_db_run (self, self->depth == 0 ? "COMMIT" : "RELEASE part", error);
  if (!good)
    undo (self);

  return good;
}

/**
 * vsl_db_get_n_changes:
 * @self: the connection
 *
 * Returns: how many rows the last statement inserted, updated or deleted
 */
gint64
vsl_db_get_n_changes (VslDb *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return sqlite3_changes64 (self->db);
}

/**
 * vsl_db_get_last_row_id:
 * @self: the connection
 *
 * Returns: the key of the row that was inserted last
 */
gint64
vsl_db_get_last_row_id (VslDb *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return sqlite3_last_insert_rowid (self->db);
}
