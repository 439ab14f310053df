/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-store"

#include "config.h"

#include "store/vsl-store-pads.h"

#include "store/vsl-store-private.h"

#include <glib/gi18n.h>

#define OF_DEBATE "(SELECT number FROM debate WHERE id = :debate)"

typedef struct
{
  const char *debate_id;
  VslPad *pad;
  const char *uri;
} Change;

/* Prepares @sql with the debate bound. */
static VslStatement *
prepare (VslDb       *db,
         const char  *sql,
         const char  *debate_id,
         GError     **error)
{
  VslStatement *statement = vsl_db_prepare (db, sql, error);

  if (statement != NULL)
    vsl_statement_bind_text (statement, ":debate", debate_id);

  return statement;
}

/* With the old row go its lines and counts. */
static gboolean
replace_pad (VslDb    *db,
             Change   *change,
             GError  **error)
{
  const VslPadClock *clock = vsl_pad_get_clock (change->pad);
  g_autoptr(VslStatement) old = prepare (db, "DELETE FROM pad WHERE debate = " OF_DEBATE,
                                         change->debate_id, error);
  g_autoptr(VslStatement) statement = NULL;

  if (old == NULL || !vsl_statement_run (old, error))
    return FALSE;
  statement = prepare (db,
                       "INSERT INTO pad (debate, begun_at, running_since, clock_ms)"
                       " SELECT number, :begun_at, :running_since, :clock_ms FROM debate"
                       " WHERE id = :debate",
                       change->debate_id, error);
  if (statement == NULL)
    return FALSE;

  vsl_statement_bind_int64 (statement, ":begun_at", clock->begun_at);
  vsl_statement_bind_int64 (statement, ":running_since", clock->running_since);
  vsl_statement_bind_int64 (statement, ":clock_ms", clock->shown_ms);
  if (!vsl_statement_run (statement, error))
    return FALSE;
  if (vsl_db_get_n_changes (db) == 1)
    return TRUE;

  g_set_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_NOT_FOUND,
               _("There is no debate “%s”. “verslag-cli debate list” shows which there are."),
               change->debate_id);
  return FALSE;
}

static gboolean
insert_entries (VslDb    *db,
                Change   *change,
                GError  **error)
{
  GPtrArray *entries = vsl_pad_get_entries (change->pad);
  g_autoptr(VslStatement) statement =
    vsl_db_prepare (db,
                    "INSERT INTO pad_entry (pad, position, time_ms, made_at, speaker, text, quote)"
                    " VALUES (" OF_DEBATE ", :position, :time_ms, :made_at, :speaker, :text, :quote)",
                    error);
  guint i;

  if (statement == NULL)
    return FALSE;

  for (i = 0; i < entries->len; i++)
    {
      VslPadEntry *entry = g_ptr_array_index (entries, i);

      vsl_statement_bind_text (statement, ":debate", change->debate_id);
      vsl_statement_bind_int64 (statement, ":position", i);
      vsl_statement_bind_int64 (statement, ":time_ms", vsl_pad_entry_get_time_ms (entry));
      vsl_statement_bind_int64 (statement, ":made_at", vsl_pad_entry_get_made_at (entry));
      vsl_statement_bind_text (statement, ":speaker", vsl_pad_entry_get_speaker (entry));
      vsl_statement_bind_text (statement, ":text", vsl_pad_entry_get_text (entry));
      vsl_statement_bind_int64 (statement, ":quote", vsl_pad_entry_get_quote (entry));
      if (!vsl_statement_run (statement, error))
        return FALSE;
      vsl_statement_rewind (statement);
    }

  return TRUE;
}

static gboolean
insert_votes (VslDb    *db,
              Change   *change,
              GError  **error)
{
  GPtrArray *votes = vsl_pad_get_votes (change->pad);
  g_autoptr(VslStatement) statement =
    vsl_db_prepare (db,
                    "INSERT INTO pad_vote (pad, statement, in_favour, against, abstentions)"
                    " VALUES (" OF_DEBATE ", :statement, :in_favour, :against, :abstentions)",
                    error);
  guint i;

  if (statement == NULL)
    return FALSE;

  for (i = 0; i < votes->len; i++)
    {
      const VslPadVote *vote = g_ptr_array_index (votes, i);

      vsl_statement_bind_text (statement, ":debate", change->debate_id);
      vsl_statement_bind_text (statement, ":statement", vote->statement);
      vsl_statement_bind_int64 (statement, ":in_favour", vote->in_favour);
      vsl_statement_bind_int64 (statement, ":against", vote->against);
      vsl_statement_bind_int64 (statement, ":abstentions", vote->abstentions);
      if (!vsl_statement_run (statement, error))
        return FALSE;
      vsl_statement_rewind (statement);
    }

  return TRUE;
}

static gpointer
save_pad (VslStore *store,
          gpointer  data,
          GError  **error)
{
  Change *change = data;
  VslDb *db = vsl_store_get_db (store);
  gboolean good;

  if (!vsl_db_begin (db, error))
    return GINT_TO_POINTER (FALSE);

  good = replace_pad (db, change, error) && insert_entries (db, change, error) &&
         insert_votes (db, change, error);

  return GINT_TO_POINTER (vsl_db_end (db, good, error));
}

static gboolean
load_clock (VslDb        *db,
            const char   *debate_id,
            VslPadClock  *clock,
            GError      **error)
{
  g_autoptr(VslStatement) row =
    prepare (db,
             "SELECT begun_at, running_since, clock_ms FROM pad WHERE debate = " OF_DEBATE,
             debate_id, error);
  VslStepResult step;

  if (row == NULL)
    return FALSE;

  step = vsl_statement_step (row, error);
  if (step == VSL_STEP_RESULT_ROW)
    *clock = (VslPadClock) { vsl_statement_get_int64 (row, 0), vsl_statement_get_int64 (row, 1),
                             vsl_statement_get_int64 (row, 2) };

  return step != VSL_STEP_RESULT_FAILED;
}

static gboolean
load_entries (VslDb       *db,
              const char  *debate_id,
              GPtrArray   *entries,
              GError     **error)
{
  g_autoptr(VslStatement) row =
    prepare (db,
             "SELECT time_ms, made_at, speaker, text, quote FROM pad_entry WHERE pad = " OF_DEBATE
             " ORDER BY position",
             debate_id, error);
  VslStepResult step;

  if (row == NULL)
    return FALSE;

  while ((step = vsl_statement_step (row, error)) == VSL_STEP_RESULT_ROW)
    g_ptr_array_add (entries,
                     vsl_pad_entry_new (vsl_statement_get_int64 (row, 0),
                                        vsl_statement_get_int64 (row, 1),
                                        vsl_statement_get_text (row, 2),
                                        vsl_statement_get_text (row, 3),
                                        vsl_statement_get_int64 (row, 4) != 0));

  return step == VSL_STEP_RESULT_DONE;
}

static gboolean
load_votes (VslDb       *db,
            const char  *debate_id,
            GPtrArray   *votes,
            GError     **error)
{
  g_autoptr(VslStatement) row =
    prepare (db,
             "SELECT statement, in_favour, against, abstentions FROM pad_vote WHERE pad = "
             OF_DEBATE " ORDER BY statement",
             debate_id, error);
  VslStepResult step;

  if (row == NULL)
    return FALSE;

  while ((step = vsl_statement_step (row, error)) == VSL_STEP_RESULT_ROW)
    g_ptr_array_add (votes, vsl_pad_vote_new (vsl_statement_get_text (row, 0),
                                              (guint) vsl_statement_get_int64 (row, 1),
                                              (guint) vsl_statement_get_int64 (row, 2),
                                              (guint) vsl_statement_get_int64 (row, 3)));

  return step == VSL_STEP_RESULT_DONE;
}

static gpointer
load_pad (VslStore *store,
          gpointer  data,
          GError  **error)
{
  VslDb *db = vsl_store_get_db (store);
  g_autoptr(GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) votes =
    g_ptr_array_new_with_free_func ((GDestroyNotify) vsl_pad_vote_free);
  VslPadClock clock = { 0, 0, 0 };

  if (!load_clock (db, data, &clock, error) || !load_entries (db, data, entries, error) ||
      !load_votes (db, data, votes, error))
    return NULL;

  return vsl_pad_new (&clock, entries, votes);
}

static gpointer
save_recording (VslStore *store,
                gpointer  data,
                GError  **error)
{
  Change *change = data;
  g_autoptr(VslStatement) statement =
    prepare (vsl_store_get_db (store),
             "INSERT INTO recording (debate, uri) SELECT number, :uri FROM debate"
             " WHERE id = :debate ON CONFLICT (debate) DO UPDATE SET uri = :uri",
             change->debate_id, error);

  if (statement == NULL)
    return GINT_TO_POINTER (FALSE);

  vsl_statement_bind_text (statement, ":uri", change->uri);

  return GINT_TO_POINTER (vsl_statement_run (statement, error));
}

static gpointer
load_recording (VslStore *store,
                gpointer  data,
                GError  **error)
{
  g_autoptr(VslStatement) row =
    prepare (vsl_store_get_db (store),
             "SELECT uri FROM recording WHERE debate = " OF_DEBATE, data, error);
  VslStepResult step;

  if (row == NULL)
    return NULL;

  step = vsl_statement_step (row, error);
  if (step == VSL_STEP_RESULT_FAILED)
    return NULL;

  return g_strdup (step == VSL_STEP_RESULT_ROW ? vsl_statement_get_text (row, 0) : "");
}

/**
 * vsl_store_save_pad:
 * @self: the store
 * @debate_id: the debate
 * @pad: what was written down during it
 * @error: return location for a #GError
 *
 * Keeps a pad, in place of what it was before.
 *
 * Returns: whether it is on the disk; %VSL_STORE_ERROR_NOT_FOUND
 */
gboolean
vsl_store_save_pad (VslStore    *self,
                    const char  *debate_id,
                    VslPad      *pad,
                    GError     **error)
{
  Change change = { debate_id, pad, NULL };

  g_return_val_if_fail (debate_id != NULL && VSL_IS_PAD (pad), FALSE);

  return GPOINTER_TO_INT (vsl_store_call (self, save_pad, &change, error));
}

/**
 * vsl_store_load_pad:
 * @self: the store
 * @debate_id: the debate
 * @error: return location for a #GError
 *
 * Returns: (transfer full): what was written down during it; empty when nothing was
 */
VslPad *
vsl_store_load_pad (VslStore    *self,
                    const char  *debate_id,
                    GError     **error)
{
  g_return_val_if_fail (debate_id != NULL, NULL);

  return vsl_store_call (self, load_pad, (gpointer) debate_id, error);
}

/**
 * vsl_store_save_recording:
 * @self: the store
 * @debate_id: the debate
 * @uri: where its recording is
 * @error: return location for a #GError
 *
 * Returns: whether it was kept
 */
gboolean
vsl_store_save_recording (VslStore    *self,
                          const char  *debate_id,
                          const char  *uri,
                          GError     **error)
{
  Change change = { debate_id, NULL, uri };

  g_return_val_if_fail (debate_id != NULL && uri != NULL, FALSE);

  return GPOINTER_TO_INT (vsl_store_call (self, save_recording, &change, error));
}

/**
 * vsl_store_load_recording:
 * @self: the store
 * @debate_id: the debate
 * @error: return location for a #GError
 *
 * Returns: (transfer full): where its recording is; empty when there is none
 */
char *
vsl_store_load_recording (VslStore    *self,
                          const char  *debate_id,
                          GError     **error)
{
  g_return_val_if_fail (debate_id != NULL, NULL);

  return vsl_store_call (self, load_recording, (gpointer) debate_id, error);
}
