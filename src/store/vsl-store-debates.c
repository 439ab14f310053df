/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-store"

#include "config.h"

#include "store/vsl-store-debates.h"

#include "store/vsl-article-id.h"
#include "store/vsl-participant-rows.h"
#include "store/vsl-store-private.h"

#include <glib/gi18n.h>

#define COLUMNS "number, id, revision, series, title, date, place, stream, language, notes," \
  " delete_after, created_at, updated_at"

typedef struct
{
  VslDebate *debate;
  const char *id;
  gint64 now;
} Change;

static void
set_not_found_error (GError     **error,
                     const char  *id)
{
  g_set_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_NOT_FOUND,
               _("There is no debate “%s”. “verslag-cli debate list” shows which there are."), id);
}

static char **
load_statements (VslDb   *db,
                 gint64   debate,
                 GError **error)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr(VslStatement) statement =
    vsl_db_prepare (db, "SELECT text FROM debate_statement WHERE debate = :debate"
                        " ORDER BY position", error);
  VslStepResult step;

  if (statement == NULL)
    return NULL;

  vsl_statement_bind_int64 (statement, ":debate", debate);
  while ((step = vsl_statement_step (statement, error)) == VSL_STEP_RESULT_ROW)
    g_strv_builder_add (builder, vsl_statement_get_text (statement, 0));

  return step == VSL_STEP_RESULT_DONE ? g_strv_builder_end (builder) : NULL;
}

/* @row: the columns of COLUMNS */
static VslDebate *
read_debate (VslDb         *db,
             VslStatement  *row,
             GError       **error)
{
  gint64 number = vsl_statement_get_int64 (row, 0);
  g_autoptr(GPtrArray) participants = vsl_participant_rows_load_of_debate (db, number, error);
  g_auto(GStrv) statements = NULL;
  VslDebateFields fields = { 0 };

  if (participants == NULL)
    return NULL;
  statements = load_statements (db, number, error);
  if (statements == NULL)
    return NULL;

  fields.id = vsl_statement_get_text (row, 1);
  fields.revision = vsl_statement_get_int64 (row, 2);
  fields.series = vsl_statement_get_text (row, 3);
  fields.title = vsl_statement_get_text (row, 4);
  fields.date = vsl_statement_get_text (row, 5);
  fields.place = vsl_statement_get_text (row, 6);
  fields.stream = vsl_statement_get_text (row, 7);
  fields.language = vsl_statement_get_text (row, 8);
  fields.notes = vsl_statement_get_text (row, 9);
  fields.delete_after = vsl_statement_get_text (row, 10);
  fields.created_at = vsl_statement_get_int64 (row, 11);
  fields.updated_at = vsl_statement_get_int64 (row, 12);
  fields.participants = participants;
  fields.statements = (const char * const *) statements;

  return vsl_debate_new (&fields);
}

static gpointer
list_debates (VslStore *store,
              gpointer  data,
              GError  **error)
{
  VslDb *db = vsl_store_get_db (store);
  g_autoptr(GPtrArray) debates = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(VslStatement) statement =
    vsl_db_prepare (db,
                    "SELECT " COLUMNS " FROM debate WHERE deleted_at = 0"
                    " ORDER BY date = '' DESC, date DESC, created_at DESC",
                    error);
  VslStepResult step;

  if (statement == NULL)
    return NULL;

  while ((step = vsl_statement_step (statement, error)) == VSL_STEP_RESULT_ROW)
    {
      VslDebate *debate = read_debate (db, statement, error);

      if (debate == NULL)
        return NULL;
      g_ptr_array_add (debates, debate);
    }

  return step == VSL_STEP_RESULT_DONE ? g_steal_pointer (&debates) : NULL;
}

static gpointer
load_debate (VslStore *store,
             gpointer  data,
             GError  **error)
{
  VslDb *db = vsl_store_get_db (store);
  g_autoptr(VslStatement) statement =
    vsl_db_prepare (db, "SELECT " COLUMNS " FROM debate WHERE id = :id", error);

  if (statement == NULL)
    return NULL;

  vsl_statement_bind_text (statement, ":id", data);
  switch (vsl_statement_step (statement, error))
    {
    case VSL_STEP_RESULT_ROW:
      return read_debate (db, statement, error);
    case VSL_STEP_RESULT_DONE:
      set_not_found_error (error, data);
      return NULL;
    case VSL_STEP_RESULT_FAILED:
    default:
      return NULL;
    }
}

static gpointer
find_debate (VslStore *store,
             gpointer  data,
             GError  **error)
{
  g_autofree char *prefix = vsl_article_id_normalise (data);
  g_autoptr(VslStatement) statement = NULL;
  g_autofree char *found = NULL;
  VslStepResult step;

  if (prefix == NULL || strlen (prefix) < VSL_ARTICLE_ID_MIN_PREFIX)
    {
      set_not_found_error (error, data);
      return NULL;
    }
  statement = vsl_db_prepare (vsl_store_get_db (store),
                              "SELECT id FROM debate WHERE id >= :prefix AND id < :prefix || '~'"
                              " LIMIT 2", error);
  if (statement == NULL)
    return NULL;

  vsl_statement_bind_text (statement, ":prefix", prefix);
  while ((step = vsl_statement_step (statement, error)) == VSL_STEP_RESULT_ROW)
    {
      if (found != NULL)
        {
          g_set_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_AMBIGUOUS,
                       _("Several debates begin with “%s”. Give more of the id."), (char *) data);
          return NULL;
        }
      found = g_strdup (vsl_statement_get_text (statement, 0));
    }
  if (step == VSL_STEP_RESULT_DONE && found == NULL)
    set_not_found_error (error, data);

  return step == VSL_STEP_RESULT_DONE ? g_steal_pointer (&found) : NULL;
}

static gboolean
save_statements (VslDb               *db,
                 gint64               debate,
                 const char * const  *statements,
                 GError             **error)
{
  g_autoptr(VslStatement) old =
    vsl_db_prepare (db, "DELETE FROM debate_statement WHERE debate = :debate", error);
  g_autoptr(VslStatement) statement = NULL;
  guint i;

  if (old == NULL)
    return FALSE;
  vsl_statement_bind_int64 (old, ":debate", debate);
  if (!vsl_statement_run (old, error))
    return FALSE;

  statement = vsl_db_prepare (db, "INSERT INTO debate_statement (debate, position, text)"
                                  " VALUES (:debate, :position, :text)", error);
  if (statement == NULL)
    return FALSE;
  for (i = 0; statements[i] != NULL; i++)
    {
      vsl_statement_bind_int64 (statement, ":debate", debate);
      vsl_statement_bind_int64 (statement, ":position", i);
      vsl_statement_bind_text (statement, ":text", statements[i]);
      if (!vsl_statement_run (statement, error))
        return FALSE;
      vsl_statement_rewind (statement);
    }

  return TRUE;
}

static void
bind_debate (VslStatement *statement,
             const char   *id,
             Change       *change)
{
  const VslDebateFields *fields = vsl_debate_get_fields (change->debate);

  vsl_statement_bind_text (statement, ":id", id);
  vsl_statement_bind_int64 (statement, ":revision", fields->revision);
  vsl_statement_bind_text (statement, ":series", fields->series);
  vsl_statement_bind_text (statement, ":title", fields->title);
  vsl_statement_bind_text (statement, ":date", fields->date);
  vsl_statement_bind_text (statement, ":place", fields->place);
  vsl_statement_bind_text (statement, ":stream", fields->stream);
  vsl_statement_bind_text (statement, ":language", fields->language);
  vsl_statement_bind_text (statement, ":notes", fields->notes);
  vsl_statement_bind_text (statement, ":delete_after", fields->delete_after);
  vsl_statement_bind_int64 (statement, ":now", change->now);
}

/* The row itself: a new one, or the one whose revision is still that of the debate. */
static gboolean
save_row (VslDb       *db,
          const char  *id,
          Change      *change,
          GError     **error)
{
  gboolean is_new = vsl_debate_get_id (change->debate) == NULL;
  g_autoptr(VslStatement) statement =
    vsl_db_prepare (db,
                    is_new ? "INSERT INTO debate (id, revision, series, title, date, place, stream,"
                             " language, notes, delete_after, created_at, updated_at) VALUES (:id,"
                             " :revision + 1, :series, :title, :date, :place, :stream, :language,"
                             " :notes, :delete_after, :now, :now)"
                           : "UPDATE debate SET revision = revision + 1, series = :series,"
                             " title = :title, date = :date, place = :place, stream = :stream,"
                             " language = :language, notes = :notes, delete_after = :delete_after,"
                             " updated_at = :now WHERE id = :id AND revision = :revision",
                    error);

  if (statement == NULL)
    return FALSE;

  bind_debate (statement, id, change);
  if (!vsl_statement_run (statement, error))
    return FALSE;
  if (vsl_db_get_n_changes (db) == 1)
    return TRUE;

  g_set_error_literal (error, VSL_STORE_ERROR, VSL_STORE_ERROR_CONFLICT,
                       _("The debate was changed elsewhere meanwhile. Open it again, and make the "
                         "change there."));
  return FALSE;
}

static gboolean
find_number (VslDb       *db,
             const char  *id,
             gint64      *number,
             GError     **error)
{
  g_autoptr(VslStatement) statement =
    vsl_db_prepare (db, "SELECT number FROM debate WHERE id = :id", error);
  VslStepResult step;

  if (statement == NULL)
    return FALSE;

  vsl_statement_bind_text (statement, ":id", id);
  step = vsl_statement_step (statement, error);
  if (step == VSL_STEP_RESULT_ROW)
    *number = vsl_statement_get_int64 (statement, 0);
  else if (step == VSL_STEP_RESULT_DONE)
    set_not_found_error (error, id);

  return step == VSL_STEP_RESULT_ROW;
}

static gpointer
save_debate (VslStore *store,
             gpointer  data,
             GError  **error)
{
  Change *change = data;
  VslDb *db = vsl_store_get_db (store);
  const VslDebateFields *fields = vsl_debate_get_fields (change->debate);
  g_autofree char *id = fields->id != NULL ? g_strdup (fields->id) : vsl_article_id_new (error);
  gint64 number;
  gboolean good;

  if (id == NULL || !vsl_db_begin (db, error))
    return NULL;

  good = save_row (db, id, change, error) && find_number (db, id, &number, error) &&
         vsl_participant_rows_save_of_debate (db, number, fields->participants, error) &&
         save_statements (db, number, fields->statements, error);
  if (!vsl_db_end (db, good, error))
    return NULL;

  return load_debate (store, id, error);
}

/* Runs @sql, which must change the one row of the debate. */
static gpointer
mark_debate (VslStore    *store,
             const char  *sql,
             Change      *change,
             GError     **error)
{
  VslDb *db = vsl_store_get_db (store);
  g_autoptr(VslStatement) statement = vsl_db_prepare (db, sql, error);

  if (statement == NULL)
    return GINT_TO_POINTER (FALSE);

  vsl_statement_bind_text (statement, ":id", change->id);
  vsl_statement_bind_int64 (statement, ":now", change->now);
  if (!vsl_statement_run (statement, error))
    return GINT_TO_POINTER (FALSE);
  if (vsl_db_get_n_changes (db) == 1)
    return GINT_TO_POINTER (TRUE);

  set_not_found_error (error, change->id);
  return GINT_TO_POINTER (FALSE);
}

static gpointer
delete_debate (VslStore *store,
               gpointer  data,
               GError  **error)
{
  return mark_debate (store, "UPDATE debate SET deleted_at = :now WHERE id = :id", data, error);
}

static gpointer
undelete_debate (VslStore *store,
                 gpointer  data,
                 GError  **error)
{
  return mark_debate (store, "UPDATE debate SET deleted_at = :now WHERE id = :id AND deleted_at > 0",
                      data, error);
}

/**
 * vsl_store_find_debate:
 * @self: the store
 * @id_or_prefix: an id, or the beginning of one
 * @error: return location for a #GError
 *
 * Returns: (transfer full): the whole id; %VSL_STORE_ERROR_NOT_FOUND, %VSL_STORE_ERROR_AMBIGUOUS
 */
char *
vsl_store_find_debate (VslStore    *self,
                       const char  *id_or_prefix,
                       GError     **error)
{
  g_return_val_if_fail (id_or_prefix != NULL, NULL);

  return vsl_store_call (self, find_debate, (gpointer) id_or_prefix, error);
}

/**
 * vsl_store_list_debates:
 * @self: the store
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (element-type VslDebate): those that are not deleted, latest first; the
 *   ones without a date before all others
 */
GPtrArray *
vsl_store_list_debates (VslStore  *self,
                        GError   **error)
{
  return vsl_store_call (self, list_debates, NULL, error);
}

/**
 * vsl_store_load_debate:
 * @self: the store
 * @id: an id
 * @error: return location for a #GError
 *
 * Returns: (transfer full): the debate, also when it is deleted; %VSL_STORE_ERROR_NOT_FOUND
 */
VslDebate *
vsl_store_load_debate (VslStore    *self,
                       const char  *id,
                       GError     **error)
{
  g_return_val_if_fail (id != NULL, NULL);

  return vsl_store_call (self, load_debate, (gpointer) id, error);
}

/**
 * vsl_store_save_debate:
 * @self: the store
 * @debate: a debate; without an id it is a new one
 * @now: µs since 1970 UTC
 * @error: return location for a #GError
 *
 * Returns: (transfer full): the debate as it is stored; %VSL_STORE_ERROR_CONFLICT when its revision
 *   is not the newest: then nothing was written
 */
VslDebate *
vsl_store_save_debate (VslStore   *self,
                       VslDebate  *debate,
                       gint64      now,
                       GError    **error)
{
  Change change = { debate, NULL, now };

  g_return_val_if_fail (VSL_IS_DEBATE (debate), NULL);

  return vsl_store_call (self, save_debate, &change, error);
}

/**
 * vsl_store_delete_debate:
 * @self: the store
 * @id: an id
 * @now: µs since 1970 UTC
 * @error: return location for a #GError
 *
 * Takes a debate out of the list. It keeps everything.
 *
 * Returns: whether it is out; %VSL_STORE_ERROR_NOT_FOUND
 */
gboolean
vsl_store_delete_debate (VslStore    *self,
                         const char  *id,
                         gint64       now,
                         GError     **error)
{
  Change change = { NULL, id, now };

  return GPOINTER_TO_INT (vsl_store_call (self, delete_debate, &change, error));
}

/**
 * vsl_store_undelete_debate:
 * @self: the store
 * @id: an id
 * @error: return location for a #GError
 *
 * Puts a debate back into the list.
 *
 * Returns: whether it is back; %VSL_STORE_ERROR_NOT_FOUND
 */
gboolean
vsl_store_undelete_debate (VslStore    *self,
                           const char  *id,
                           GError     **error)
{
  Change change = { NULL, id, 0 };

  return GPOINTER_TO_INT (vsl_store_call (self, undelete_debate, &change, error));
}
