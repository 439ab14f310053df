/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-store"

#include "config.h"

#include "store/vsl-store-corrections.h"

#include "store/vsl-store-private.h"
#include "store/vsl-utterance-row.h"

#include <glib/gi18n.h>

typedef struct
{
  const char *debate_id;
  VslUtterance *utterance;
  gint64 now;
  gboolean redo;
} Correction;

#define OF_DEBATE " = (SELECT number FROM debate WHERE id = :debate)"

static VslUtterance *
load_utterance (VslDb       *db,
                const char  *debate_id,
                const char  *utterance_id,
                GError     **error)
{
  g_autoptr(VslStatement) statement =
    vsl_db_prepare (db,
                    "SELECT " VSL_UTTERANCE_COLUMNS " FROM utterance AS u"
                    " WHERE u.transcript" OF_DEBATE " AND u.id = :id",
                    error);

  if (statement == NULL)
    return NULL;

  vsl_statement_bind_text (statement, ":debate", debate_id);
  vsl_statement_bind_text (statement, ":id", utterance_id);
  switch (vsl_statement_step (statement, error))
    {
    case VSL_STEP_RESULT_ROW:
      return vsl_utterance_row_read (statement);
    case VSL_STEP_RESULT_DONE:
      g_set_error_literal (error, VSL_STORE_ERROR, VSL_STORE_ERROR_NOT_FOUND,
                           _("This utterance is not in the transcript any more."));
      return NULL;
    case VSL_STEP_RESULT_FAILED:
    default:
      return NULL;
    }
}

static gboolean
update_utterance (VslDb         *db,
                  const char    *debate_id,
                  VslUtterance  *utterance,
                  GError       **error)
{
  g_autofree char *parts = vsl_utterance_row_dup_parts (utterance);
  g_autoptr(VslStatement) statement =
    vsl_db_prepare (db,
                    "UPDATE utterance SET speaker = :speaker, text = :text,"
                    " off_the_record = :off, off_parts = :parts"
                    " WHERE transcript" OF_DEBATE " AND id = :id",
                    error);

  if (statement == NULL)
    return FALSE;

  vsl_statement_bind_text (statement, ":debate", debate_id);
  vsl_statement_bind_text (statement, ":id", vsl_utterance_get_id (utterance));
  vsl_statement_bind_text (statement, ":speaker", vsl_utterance_get_speaker (utterance));
  vsl_statement_bind_text (statement, ":text", vsl_utterance_get_text (utterance));
  vsl_statement_bind_int64 (statement, ":off", vsl_utterance_get_off_the_record (utterance));
  vsl_statement_bind_text (statement, ":parts", parts);

  return vsl_statement_run (statement, error);
}

static gboolean
insert_correction (VslDb         *db,
                   Correction    *correction,
                   VslUtterance  *old,
                   GError       **error)
{
  VslUtterance *new = correction->utterance;
  g_autofree char *old_parts = vsl_utterance_row_dup_parts (old);
  g_autofree char *new_parts = vsl_utterance_row_dup_parts (new);
  g_autoptr(VslStatement) statement =
    vsl_db_prepare (db,
                    "INSERT INTO utterance_correction (transcript, utterance, made_at, old_speaker,"
                    " old_text, old_off, old_parts, new_speaker, new_text, new_off, new_parts)"
                    " SELECT number, :id, :now, :old_speaker, :old_text, :old_off, :old_parts,"
                    " :new_speaker, :new_text, :new_off, :new_parts FROM debate WHERE id = :debate",
                    error);

  if (statement == NULL)
    return FALSE;

  vsl_statement_bind_text (statement, ":debate", correction->debate_id);
  vsl_statement_bind_text (statement, ":id", vsl_utterance_get_id (new));
  vsl_statement_bind_int64 (statement, ":now", correction->now);
  vsl_statement_bind_text (statement, ":old_speaker", vsl_utterance_get_speaker (old));
  vsl_statement_bind_text (statement, ":old_text", vsl_utterance_get_text (old));
  vsl_statement_bind_int64 (statement, ":old_off", vsl_utterance_get_off_the_record (old));
  vsl_statement_bind_text (statement, ":old_parts", old_parts);
  vsl_statement_bind_text (statement, ":new_speaker", vsl_utterance_get_speaker (new));
  vsl_statement_bind_text (statement, ":new_text", vsl_utterance_get_text (new));
  vsl_statement_bind_int64 (statement, ":new_off", vsl_utterance_get_off_the_record (new));
  vsl_statement_bind_text (statement, ":new_parts", new_parts);

  return vsl_statement_run (statement, error);
}

static gpointer
correct (VslStore *store,
         gpointer  data,
         GError  **error)
{
  Correction *correction = data;
  VslDb *db = vsl_store_get_db (store);
  g_autoptr(VslUtterance) old = NULL;
  gboolean good;

  if (!vsl_db_begin (db, error))
    return GINT_TO_POINTER (FALSE);

  old = load_utterance (db, correction->debate_id, vsl_utterance_get_id (correction->utterance),
                        error);
  good = old != NULL && insert_correction (db, correction, old, error) &&
         update_utterance (db, correction->debate_id, correction->utterance, error);

  return GINT_TO_POINTER (vsl_db_end (db, good, error));
}

/* The correction to undo is the last that is not undone; to redo, the first behind it. */
static VslStatement *
find_correction (VslDb       *db,
                 Correction  *correction,
                 GError     **error)
{
  g_autoptr(VslStatement) statement =
    vsl_db_prepare (db,
                    correction->redo
                    ? "SELECT number, utterance, new_speaker, new_text, new_off, new_parts"
                      " FROM utterance_correction WHERE transcript" OF_DEBATE
                      " AND number > (SELECT coalesce (max (number), 0) FROM utterance_correction"
                      " WHERE undone = 0 AND transcript" OF_DEBATE ") ORDER BY number LIMIT 1"
                    : "SELECT number, utterance, old_speaker, old_text, old_off, old_parts"
                      " FROM utterance_correction WHERE transcript" OF_DEBATE
                      " AND undone = 0 ORDER BY number DESC LIMIT 1",
                    error);

  if (statement == NULL)
    return NULL;

  vsl_statement_bind_text (statement, ":debate", correction->debate_id);
  switch (vsl_statement_step (statement, error))
    {
    case VSL_STEP_RESULT_ROW:
      return g_steal_pointer (&statement);
    case VSL_STEP_RESULT_DONE:
      g_set_error_literal (error, VSL_STORE_ERROR, VSL_STORE_ERROR_NOT_FOUND,
                           correction->redo ? _("There is no correction to redo.")
                                            : _("There is no correction to undo."));
      return NULL;
    case VSL_STEP_RESULT_FAILED:
    default:
      return NULL;
    }
}

static gboolean
mark_undone (VslDb     *db,
             gint64     number,
             gboolean   undone,
             GError   **error)
{
  g_autoptr(VslStatement) statement =
    vsl_db_prepare (db, "UPDATE utterance_correction SET undone = :undone WHERE number = :number",
                    error);

  if (statement == NULL)
    return FALSE;

  vsl_statement_bind_int64 (statement, ":undone", undone);
  vsl_statement_bind_int64 (statement, ":number", number);

  return vsl_statement_run (statement, error);
}

/* The utterance as @row has it, in place of what it is now. */
static VslUtterance *
take_back (VslDb         *db,
           Correction    *correction,
           VslStatement  *row,
           GError       **error)
{
  g_autoptr(VslUtterance) now =
    load_utterance (db, correction->debate_id, vsl_statement_get_text (row, 1), error);
  g_autoptr(GArray) parts = NULL;
  g_autoptr(VslUtterance) worded = NULL;
  g_autoptr(VslUtterance) marked = NULL;

  if (now == NULL)
    return NULL;

  parts = vsl_utterance_row_read_parts (vsl_statement_get_text (row, 5));
  worded = vsl_utterance_with_words (now, vsl_statement_get_text (row, 2),
                                     vsl_statement_get_text (row, 3));
  marked = vsl_utterance_with_record (worded, vsl_statement_get_int64 (row, 4) != 0, parts);

  return update_utterance (db, correction->debate_id, marked, error) ? g_steal_pointer (&marked)
                                                                     : NULL;
}

static gpointer
undo (VslStore *store,
      gpointer  data,
      GError  **error)
{
  Correction *correction = data;
  VslDb *db = vsl_store_get_db (store);
  g_autoptr(VslStatement) row = NULL;
  g_autoptr(VslUtterance) utterance = NULL;
  gboolean good;

  if (!vsl_db_begin (db, error))
    return NULL;

  row = find_correction (db, correction, error);
  if (row != NULL)
    utterance = take_back (db, correction, row, error);
  good = utterance != NULL &&
         mark_undone (db, vsl_statement_get_int64 (row, 0), !correction->redo, error);

  return vsl_db_end (db, good, error) ? g_steal_pointer (&utterance) : NULL;
}

/**
 * vsl_store_correct_utterance:
 * @self: the store
 * @debate_id: the debate
 * @utterance: what an utterance of its transcript, that has the same id, should be
 * @now: µs since 1970 UTC
 * @error: return location for a #GError
 *
 * Changes the speaker, the words and what is off the record. Its times and its place stay, and what it
 * was is kept.
 *
 * Returns: whether it is so now; %VSL_STORE_ERROR_NOT_FOUND
 */
gboolean
vsl_store_correct_utterance (VslStore      *self,
                             const char    *debate_id,
                             VslUtterance  *utterance,
                             gint64         now,
                             GError       **error)
{
  Correction correction = { debate_id, utterance, now, FALSE };

  g_return_val_if_fail (debate_id != NULL && VSL_IS_UTTERANCE (utterance), FALSE);

  return GPOINTER_TO_INT (vsl_store_call (self, correct, &correction, error));
}

/**
 * vsl_store_undo_correction:
 * @self: the store
 * @debate_id: the debate
 * @redo: whether to make the last undone change again, in place of undoing the last change
 * @error: return location for a #GError
 *
 * Returns: (transfer full): the utterance as it is now; %VSL_STORE_ERROR_NOT_FOUND when there is
 *   nothing to undo or redo
 */
VslUtterance *
vsl_store_undo_correction (VslStore    *self,
                           const char  *debate_id,
                           gboolean     redo,
                           GError     **error)
{
  Correction correction = { debate_id, NULL, 0, redo };

  g_return_val_if_fail (debate_id != NULL, NULL);

  return vsl_store_call (self, undo, &correction, error);
}

typedef struct
{
  const char *debate_id;
  GPtrArray *before;
} Listing;

/* As the first of its changes found it. */
static VslUtterance *
read_before (VslStatement *row,
             VslUtterance *now)
{
  g_autoptr(GArray) parts = vsl_utterance_row_read_parts (vsl_statement_get_text (row, 10));
  g_autoptr(VslUtterance) worded = vsl_utterance_with_words (
    now, vsl_statement_get_text (row, 7), vsl_statement_get_text (row, 8));

  return vsl_utterance_with_record (worded, vsl_statement_get_int64 (row, 9) != 0, parts);
}

static gpointer
list_corrected (VslStore *store,
                gpointer  data,
                GError  **error)
{
  Listing *listing = data;
  g_autoptr(GPtrArray) now = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(VslStatement) statement =
    vsl_db_prepare (vsl_store_get_db (store),
                    "SELECT " VSL_UTTERANCE_COLUMNS
                    ", c.old_speaker, c.old_text, c.old_off, c.old_parts"
                    " FROM utterance AS u JOIN utterance_correction AS c"
                    " ON c.transcript = u.transcript AND c.utterance = u.id"
                    " AND c.number = (SELECT min (number) FROM utterance_correction AS f"
                    " WHERE f.transcript = u.transcript AND f.utterance = u.id AND f.undone = 0)"
                    " WHERE u.transcript" OF_DEBATE " ORDER BY c.number",
                    error);
  VslStepResult step;

  if (statement == NULL)
    return NULL;

  vsl_statement_bind_text (statement, ":debate", listing->debate_id);
  while ((step = vsl_statement_step (statement, error)) == VSL_STEP_RESULT_ROW)
    {
      VslUtterance *utterance = vsl_utterance_row_read (statement);

      g_ptr_array_add (now, utterance);
      g_ptr_array_add (listing->before, read_before (statement, utterance));
    }

  return step == VSL_STEP_RESULT_DONE ? g_steal_pointer (&now) : NULL;
}

/**
 * vsl_store_list_corrected:
 * @self: the store
 * @debate_id: the debate
 * @before: (out) (transfer full) (element-type VslUtterance): what they were before the first change
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (element-type VslUtterance): the utterances that somebody changed, in the
 *   order of their first changes; none without a transcript
 */
GPtrArray *
vsl_store_list_corrected (VslStore    *self,
                          const char  *debate_id,
                          GPtrArray  **before,
                          GError     **error)
{
  Listing listing = { debate_id, NULL };
  g_autoptr(GPtrArray) found = NULL;
  GPtrArray *now;

  g_return_val_if_fail (debate_id != NULL && before != NULL, NULL);

  found = g_ptr_array_new_with_free_func (g_object_unref);
  listing.before = found;
  now = vsl_store_call (self, list_corrected, &listing, error);
  *before = now != NULL ? g_steal_pointer (&found) : NULL;

  return now;
}
