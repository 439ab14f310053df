/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-store"

#include "config.h"

#include "store/vsl-store-outbox-history.h"

#include "store/vsl-store-private.h"

#include <glib/gi18n.h>

/* What belongs to a row of the outbox: its history, and their version after a conflict. */

typedef struct
{
  gint64 row_id;
  VslRemoteText *theirs;
} Theirs;

static VslOutboxEvent *
read_event (VslStatement *row)
{
  VslOutboxWhat what = VSL_OUTBOX_WHAT_QUEUED;

  /* A name of a later version than ours: what is known of it is shown. */
  if (!vsl_outbox_what_from_name (vsl_statement_get_text (row, 1), &what))
    g_debug ("no such event: %s", vsl_statement_get_text (row, 1));

  return vsl_outbox_event_new (vsl_statement_get_int64 (row, 0), what,
                               (guint) vsl_statement_get_int64 (row, 2),
                               vsl_statement_is_null (row, 3) ? NULL
                                                              : vsl_statement_get_text (row, 3));
}

static gpointer
list_events (VslStore *store,
             gpointer  data,
             GError  **error)
{
  const gint64 *row_id = data;
  g_autoptr(GPtrArray) events = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(VslStatement) statement =
    vsl_db_prepare (vsl_store_get_db (store),
                    "SELECT at, what, attempt, detail FROM outbox_event WHERE outbox = :outbox"
                    " ORDER BY number",
                    error);
  VslStepResult step;

  if (statement == NULL)
    return NULL;

  vsl_statement_bind_int64 (statement, ":outbox", *row_id);
  while ((step = vsl_statement_step (statement, error)) == VSL_STEP_RESULT_ROW)
    g_ptr_array_add (events, read_event (statement));

  return step == VSL_STEP_RESULT_DONE ? g_steal_pointer (&events) : NULL;
}

static gpointer
save_theirs (VslStore *store,
             gpointer  data,
             GError  **error)
{
  Theirs *job = data;
  g_autoptr(VslStatement) statement =
    vsl_db_prepare (vsl_store_get_db (store),
                    "INSERT INTO outbox_theirs (outbox, seen_at, hash, title, excerpt, content, format)"
                    " VALUES (:outbox, :seen_at, :hash, :title, :excerpt, :content, :format)"
                    " ON CONFLICT (outbox) DO UPDATE SET seen_at = :seen_at, hash = :hash,"
                    " title = :title, excerpt = :excerpt, content = :content, format = :format",
                    error);

  if (statement == NULL)
    return GINT_TO_POINTER (FALSE);

  vsl_statement_bind_int64 (statement, ":outbox", job->row_id);
  vsl_statement_bind_int64 (statement, ":seen_at", vsl_remote_text_get_seen_at (job->theirs));
  vsl_statement_bind_text (statement, ":hash", vsl_remote_text_get_hash (job->theirs));
  vsl_statement_bind_text (statement, ":title", vsl_remote_text_get_title (job->theirs));
  vsl_statement_bind_text (statement, ":excerpt", vsl_remote_text_get_excerpt (job->theirs));
  vsl_statement_bind_text (statement, ":content", vsl_remote_text_get_content (job->theirs));
  vsl_statement_bind_text (statement, ":format", vsl_remote_text_get_format (job->theirs));

  return GINT_TO_POINTER (vsl_statement_run (statement, error));
}

static gpointer
load_theirs (VslStore *store,
             gpointer  data,
             GError  **error)
{
  const gint64 *row_id = data;
  g_autoptr(VslStatement) row =
    vsl_db_prepare (vsl_store_get_db (store),
                    "SELECT title, excerpt, content, format, hash, seen_at FROM outbox_theirs"
                    " WHERE outbox = :outbox",
                    error);

  if (row == NULL)
    return NULL;

  vsl_statement_bind_int64 (row, ":outbox", *row_id);
  switch (vsl_statement_step (row, error))
    {
    case VSL_STEP_RESULT_ROW:
      return vsl_remote_text_new (vsl_statement_get_text (row, 0), vsl_statement_get_text (row, 1),
                                  vsl_statement_get_text (row, 2), vsl_statement_get_text (row, 3),
                                  vsl_statement_get_text (row, 4), vsl_statement_get_int64 (row, 5));
    case VSL_STEP_RESULT_DONE:
      g_set_error_literal (error, VSL_STORE_ERROR, VSL_STORE_ERROR_NOT_FOUND,
                           _("No other version of the article was met on that site."));
      return NULL;
    case VSL_STEP_RESULT_FAILED:
    default:
      return NULL;
    }
}

/**
 * vsl_store_list_outbox_events:
 * @self: the store
 * @row_id: the number of a row of the outbox
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (element-type VslOutboxEvent): its history, oldest first; empty when there
 *   is no such row
 */
GPtrArray *
vsl_store_list_outbox_events (VslStore *self,
                              gint64    row_id,
                              GError  **error)
{
  return vsl_store_call (self, list_events, &row_id, error);
}

/**
 * vsl_store_save_theirs:
 * @self: the store
 * @row_id: the number of a row of the outbox
 * @theirs: what somebody else made of the article on the site
 * @error: return location for a #GError
 *
 * Keeps their version, in the place of one that was met before.
 *
 * Returns: whether it was stored
 */
gboolean
vsl_store_save_theirs (VslStore      *self,
                       gint64         row_id,
                       VslRemoteText *theirs,
                       GError       **error)
{
  Theirs job = { row_id, theirs };

  g_return_val_if_fail (VSL_IS_REMOTE_TEXT (theirs), FALSE);

  return GPOINTER_TO_INT (vsl_store_call (self, save_theirs, &job, error));
}

/**
 * vsl_store_load_theirs:
 * @self: the store
 * @row_id: the number of a row of the outbox
 * @error: return location for a #GError
 *
 * Returns: (transfer full): what somebody else made of it; %VSL_STORE_ERROR_NOT_FOUND
 */
VslRemoteText *
vsl_store_load_theirs (VslStore *self,
                       gint64    row_id,
                       GError  **error)
{
  return vsl_store_call (self, load_theirs, &row_id, error);
}
