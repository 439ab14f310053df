/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-store"

#include "store/vsl-statement.h"

#include "store/vsl-sqlite-error.h"

#include <errno.h>

struct _VslStatement
{
  sqlite3 *db;        /* (unowned) */
  const char *path;   /* (unowned) of the connection, for messages */
  sqlite3_stmt *stmt; /* (owned) (nullable) NULL for a comment */
  int bound;          /* the first binding that failed, else SQLITE_OK */
  gboolean lent;
};

/* The place of a parameter. The names stand in our own SQL, so a wrong one is a wrong program. */
static int
find_parameter (VslStatement *self,
                const char   *name)
{
  int index = sqlite3_bind_parameter_index (self->stmt, name);

  g_assert (self->lent);
  g_assert (index > 0);

  return index;
}

static void
note_binding (VslStatement *self,
              int           result)
{
  if (result != SQLITE_OK && self->bound == SQLITE_OK)
    self->bound = result;
}

/**
 * vsl_statement_new:
 * @db: the connection
 * @path: its file, for messages; must outlive the statement
 * @sql: the statement
 * @tail: (out) (optional): where the next statement in @sql begins
 * @error: return location for a #GError
 *
 * Returns: (transfer full): a prepared statement that is not lent
 */
VslStatement *
vsl_statement_new (sqlite3     *db,
                   const char  *path,
                   const char  *sql,
                   const char **tail,
                   GError     **error)
{
  VslStatement *self = NULL;
  sqlite3_stmt *stmt = NULL;
  int result;

  g_return_val_if_fail (db != NULL, NULL);
  g_return_val_if_fail (sql != NULL, NULL);

  errno = 0;
  result = sqlite3_prepare_v3 (db, sql, -1, SQLITE_PREPARE_PERSISTENT, &stmt, tail);
  if (result != SQLITE_OK)
    {
      /* It is constant text and was right once, so what it asks for is not in this file. */
      vsl_sqlite_set_error (error, db, result == SQLITE_ERROR ? SQLITE_SCHEMA : result, path);
      return NULL;
    }

  self = g_new0 (VslStatement, 1);
  self->db = db;
  self->path = path;
  self->stmt = stmt;

  return self;
}

/**
 * vsl_statement_free:
 * @self: (transfer full): the statement
 *
 * For the connection: ends a statement for good.
 */
void
vsl_statement_free (VslStatement *self)
{
  g_return_if_fail (self != NULL);

  sqlite3_finalize (self->stmt);
  g_free (self);
}

/**
 * vsl_statement_lend:
 * @self: a statement that nobody has
 *
 * For the connection. One statement cannot serve two loops at once.
 *
 * Returns: (transfer none): @self
 */
VslStatement *
vsl_statement_lend (VslStatement *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_assert (!self->lent);
  self->lent = TRUE;

  return self;
}

/**
 * vsl_statement_give_back:
 * @self: a lent statement
 *
 * Ends its run, forgets its values and lets the connection lend it again.
 */
void
vsl_statement_give_back (VslStatement *self)
{
  g_return_if_fail (self != NULL);

  sqlite3_reset (self->stmt);
  sqlite3_clear_bindings (self->stmt);
  self->bound = SQLITE_OK;
  self->lent = FALSE;
}

/**
 * vsl_statement_bind_text:
 * @self: the statement
 * @name: name of the parameter, with its colon
 * @text: (nullable): the text, which must live until the statement is given back or rewound; %NULL
 *   for null
 */
void
vsl_statement_bind_text (VslStatement *self,
                         const char   *name,
                         const char   *text)
{
  int index = find_parameter (self, name);

  note_binding (self, sqlite3_bind_text (self->stmt, index, text, -1, SQLITE_STATIC));
}

/**
 * vsl_statement_bind_int64:
 * @self: the statement
 * @name: name of the parameter, with its colon
 * @value: the number
 */
void
vsl_statement_bind_int64 (VslStatement *self,
                          const char   *name,
                          gint64        value)
{
  int index = find_parameter (self, name);

  note_binding (self, sqlite3_bind_int64 (self->stmt, index, value));
}

/**
 * vsl_statement_bind_bytes:
 * @self: the statement
 * @name: name of the parameter, with its colon
 * @bytes: the bytes, which must live until the statement is given back or rewound
 */
void
vsl_statement_bind_bytes (VslStatement *self,
                          const char   *name,
                          GBytes       *bytes)
{
  int index = find_parameter (self, name);
  gsize length;
  gconstpointer data = g_bytes_get_data (bytes, &length);

  /* A NULL pointer would bind null, not an empty blob. */
  note_binding (self, sqlite3_bind_blob64 (self->stmt, index, data != NULL ? data : "", length,
                                           SQLITE_STATIC));
}

/**
 * vsl_statement_step:
 * @self: the statement
 * @error: return location for a #GError
 *
 * Returns: whether there is a row to read, or the statement is done, or it failed
 */
VslStepResult
vsl_statement_step (VslStatement *self,
                    GError      **error)
{
  int result;

  g_return_val_if_fail (self != NULL, VSL_STEP_RESULT_FAILED);

  g_assert (self->lent);
  if (self->stmt == NULL)
    return VSL_STEP_RESULT_DONE;

  errno = 0; /* so that a failure is not explained by an older one */
  result = self->bound != SQLITE_OK ? self->bound : sqlite3_step (self->stmt);
  if (result == SQLITE_ROW)
    return VSL_STEP_RESULT_ROW;
  if (result == SQLITE_DONE)
    return VSL_STEP_RESULT_DONE;

  vsl_sqlite_set_error (error, self->db, result, self->path);
  return VSL_STEP_RESULT_FAILED;
}

/**
 * vsl_statement_run:
 * @self: the statement
 * @error: return location for a #GError
 *
 * Runs a statement to its end, whatever rows it gives.
 *
 * Returns: whether it succeeded
 */
gboolean
vsl_statement_run (VslStatement *self,
                   GError      **error)
{
  VslStepResult step;

  do
    step = vsl_statement_step (self, error);
  while (step == VSL_STEP_RESULT_ROW);

  return step == VSL_STEP_RESULT_DONE;
}

/**
 * vsl_statement_rewind:
 * @self: the statement
 *
 * Makes it ready to run again, in the same hands. The values stay bound.
 */
void
vsl_statement_rewind (VslStatement *self)
{
  g_return_if_fail (self != NULL);

  sqlite3_reset (self->stmt);
}

/**
 * vsl_statement_is_null:
 * @self: a statement on a row
 * @column: from 0
 *
 * Returns: whether the column is null
 */
gboolean
vsl_statement_is_null (VslStatement *self,
                       int           column)
{
  return sqlite3_column_type (self->stmt, column) == SQLITE_NULL;
}

/**
 * vsl_statement_get_text:
 * @self: a statement on a row
 * @column: from 0
 *
 * Returns: (transfer none): the text, until the next step; empty for null, never %NULL. It is UTF-8
 *   unless the file was damaged
 */
const char *
vsl_statement_get_text (VslStatement *self,
                        int           column)
{
  const char *text = (const char *) sqlite3_column_text (self->stmt, column);

  return text != NULL ? text : "";
}

/**
 * vsl_statement_get_int64:
 * @self: a statement on a row
 * @column: from 0
 *
 * Returns: the number; 0 for null
 */
gint64
vsl_statement_get_int64 (VslStatement *self,
                         int           column)
{
  return sqlite3_column_int64 (self->stmt, column);
}

/**
 * vsl_statement_get_double:
 * @self: a statement on a row
 * @column: from 0
 *
 * Returns: the number; 0 for null
 */
double
vsl_statement_get_double (VslStatement *self,
                          int           column)
{
  return sqlite3_column_double (self->stmt, column);
}

/**
 * vsl_statement_dup_bytes:
 * @self: a statement on a row
 * @column: from 0
 *
 * Returns: (transfer full): a copy of the bytes; empty for null
 */
GBytes *
vsl_statement_dup_bytes (VslStatement *self,
                         int           column)
{
  gconstpointer data = sqlite3_column_blob (self->stmt, column);

  return g_bytes_new (data, sqlite3_column_bytes (self->stmt, column));
}
