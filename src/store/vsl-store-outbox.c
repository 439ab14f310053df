/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-store"

#include "config.h"

#include "store/vsl-store-private.h"

#include "store/vsl-article-rows.h"

#include <glib/gi18n.h>

#define ROW_COLUMNS \
  "SELECT o.number, a.id, s.name, o.token, o.state, o.article_revision, o.wanted, o.wanted_at," \
  " o.message, o.updated_at, o.remote_id, o.remote_token, o.remote_status, o.remote_url," \
  " o.remote_edit_url, o.remote_revision, o.remote_modified, o.remote_hash, o.attempts," \
  " o.next_at, o.options, coalesce (o.snapshot, 0), coalesce (o.base_snapshot, 0), o.base_length" \
  " FROM outbox AS o JOIN article AS a ON a.number = o.article JOIN site AS s ON s.number = o.site"

typedef struct
{
  const char *article_id; /* (nullable) */
  const char *site;
} Key;

typedef struct
{
  VslOutboxRow *row;
  VslOutboxWhat what; /* VSL_N_OUTBOX_WHATS for nothing worth telling */
  const char *detail; /* (nullable) */
  gint64 now;
} Save;

static const char *
text_or_null (VslStatement *row,
              int           column)
{
  return vsl_statement_is_null (row, column) ? NULL : vsl_statement_get_text (row, column);
}

static VslRemoteCopy *
read_copy (VslStatement *row)
{
  VslRemoteStatus status;

  if (vsl_statement_is_null (row, 10))
    return NULL;
  if (!vsl_remote_status_from_name (vsl_statement_get_text (row, 12), &status))
    status = VSL_REMOTE_UNKNOWN;

  return vsl_remote_copy_new (vsl_statement_get_text (row, 10), text_or_null (row, 11), status,
                              text_or_null (row, 13), text_or_null (row, 14), text_or_null (row, 15),
                              text_or_null (row, 16), text_or_null (row, 17));
}

static VslOutboxRow *
add_plan (VslOutboxRow *bare,
          VslStatement *row)
{
  VslOutboxPlan plan = {
    .attempts = (guint) vsl_statement_get_int64 (row, 18),
    .next_at = vsl_statement_get_int64 (row, 19),
    .options = vsl_statement_get_text (row, 20),
    .snapshot = vsl_statement_get_int64 (row, 21),
    .base_snapshot = vsl_statement_get_int64 (row, 22),
    .base_length = vsl_statement_get_int64 (row, 23),
  };

  return vsl_outbox_row_new_with_plan (bare, &plan);
}

static VslOutboxRow *
read_row (VslStatement *row,
          GError      **error)
{
  g_autoptr(VslRemoteCopy) copy = NULL;
  g_autoptr(VslOutboxRow) bare = NULL;
  VslOutboxState state;
  VslRemoteStatus wanted;

  if (!vsl_outbox_state_from_name (vsl_statement_get_text (row, 4), &state) ||
      !vsl_remote_status_from_name (vsl_statement_get_text (row, 6), &wanted))
    {
      g_set_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_CORRUPT,
                   _("What is known of the article %s on “%s” is damaged on the disk."),
                   vsl_statement_get_text (row, 1), vsl_statement_get_text (row, 2));
      return NULL;
    }

  copy = read_copy (row);

  bare = vsl_outbox_row_new (vsl_statement_get_int64 (row, 0), vsl_statement_get_text (row, 1),
                             vsl_statement_get_text (row, 2), vsl_statement_get_text (row, 3), state,
                             vsl_statement_get_int64 (row, 5), wanted,
                             vsl_statement_get_int64 (row, 7), copy, text_or_null (row, 8),
                             vsl_statement_get_int64 (row, 9));

  return add_plan (bare, row);
}

static gpointer
load_row (VslStore *store,
          gpointer  data,
          GError  **error)
{
  Key *key = data;
  g_autoptr(VslStatement) statement =
    vsl_db_prepare (vsl_store_get_db (store), ROW_COLUMNS " WHERE a.id = :article AND s.name = :site",
                    error);

  if (statement == NULL)
    return NULL;

  vsl_statement_bind_text (statement, ":article", key->article_id);
  vsl_statement_bind_text (statement, ":site", key->site);
  switch (vsl_statement_step (statement, error))
    {
    case VSL_STEP_RESULT_ROW:
      return read_row (statement, error);
    case VSL_STEP_RESULT_DONE:
      g_set_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_NOT_FOUND,
                   _("The article %s was never put on “%s”."), key->article_id, key->site);
      return NULL;
    case VSL_STEP_RESULT_FAILED:
    default:
      return NULL;
    }
}

static GPtrArray *
read_rows (VslStatement  *statement,
           GError       **error)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  VslStepResult step;

  while ((step = vsl_statement_step (statement, error)) == VSL_STEP_RESULT_ROW)
    {
      VslOutboxRow *row = read_row (statement, error);

      if (row == NULL)
        return NULL;
      g_ptr_array_add (rows, row);
    }

  return step == VSL_STEP_RESULT_DONE ? g_steal_pointer (&rows) : NULL;
}

static gpointer
list_rows (VslStore *store,
           gpointer  data,
           GError  **error)
{
  const char *article_id = data;
  g_autoptr(VslStatement) statement = NULL;

  if (article_id != NULL)
    statement = vsl_db_prepare (vsl_store_get_db (store),
                                ROW_COLUMNS " WHERE a.id = :article ORDER BY s.name", error);
  else
    statement = vsl_db_prepare (vsl_store_get_db (store),
                                ROW_COLUMNS " WHERE o.state <> 'confirmed' ORDER BY o.number", error);
  if (statement == NULL)
    return NULL;

  if (article_id != NULL)
    vsl_statement_bind_text (statement, ":article", article_id);

  return read_rows (statement, error);
}

/* The moment of a row that an earlier version stored is that for which it was scheduled. */
static gpointer
list_unseen (VslStore *store,
             gpointer  data,
             GError  **error)
{
  const gint64 *since = data;
  g_autoptr(VslStatement) statement =
    vsl_db_prepare (vsl_store_get_db (store),
                    ROW_COLUMNS " WHERE o.state = 'confirmed' AND o.remote_id IS NOT NULL"
                    " AND (o.next_at > 0 OR (o.remote_status = 'future' AND o.wanted_at > :since))"
                    " ORDER BY o.number",
                    error);

  if (statement == NULL)
    return NULL;

  vsl_statement_bind_int64 (statement, ":since", *since);

  return read_rows (statement, error);
}

static gpointer
list_published (VslStore *store,
                gpointer  data,
                GError  **error)
{
  guint limit = *(guint *) data;
  g_autoptr(VslStatement) statement =
    vsl_db_prepare (vsl_store_get_db (store),
                    ROW_COLUMNS " WHERE o.state = 'confirmed' AND o.remote_status = 'publish'"
                                " AND a.deleted_at = 0 ORDER BY o.updated_at DESC LIMIT :limit", error);

  if (statement == NULL)
    return NULL;

  vsl_statement_bind_int64 (statement, ":limit", limit);

  return read_rows (statement, error);
}

static gboolean
find_site (VslDb      *db,
           const char *name,
           gint64     *number,
           GError    **error)
{
  g_autoptr(VslStatement) statement =
    vsl_db_prepare (db, "SELECT number FROM site WHERE name = :name", error);
  VslStepResult step;

  if (statement == NULL)
    return FALSE;

  vsl_statement_bind_text (statement, ":name", name);
  step = vsl_statement_step (statement, error);
  if (step == VSL_STEP_RESULT_DONE)
    g_set_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_NOT_FOUND, _("There is no site “%s”."), name);
  else if (step == VSL_STEP_RESULT_ROW)
    *number = vsl_statement_get_int64 (statement, 0);

  return step == VSL_STEP_RESULT_ROW;
}

static void
bind_copy (VslStatement  *statement,
           VslRemoteCopy *copy)
{
  if (copy == NULL)
    return; /* an unbound parameter is null */

  vsl_statement_bind_text (statement, ":remote_id", vsl_remote_copy_get_remote_id (copy));
  vsl_statement_bind_text (statement, ":remote_token", vsl_remote_copy_get_token (copy));
  vsl_statement_bind_text (statement, ":remote_status",
                           vsl_remote_status_get_name (vsl_remote_copy_get_status (copy)));
  vsl_statement_bind_text (statement, ":remote_url", vsl_remote_copy_get_url (copy));
  vsl_statement_bind_text (statement, ":remote_edit_url", vsl_remote_copy_get_edit_url (copy));
  vsl_statement_bind_text (statement, ":remote_revision", vsl_remote_copy_get_revision (copy));
  vsl_statement_bind_text (statement, ":remote_modified", vsl_remote_copy_get_modified (copy));
  vsl_statement_bind_text (statement, ":remote_hash", vsl_remote_copy_get_content_hash (copy));
}

static void
bind_plan (VslStatement        *statement,
           const VslOutboxPlan *plan)
{
  vsl_statement_bind_text (statement, ":options", plan->options != NULL ? plan->options : "{}");
  vsl_statement_bind_int64 (statement, ":attempts", plan->attempts);
  vsl_statement_bind_int64 (statement, ":next_at", plan->next_at);
  if (plan->snapshot > 0)
    vsl_statement_bind_int64 (statement, ":snapshot", plan->snapshot);
  if (plan->base_snapshot > 0)
    vsl_statement_bind_int64 (statement, ":base_snapshot", plan->base_snapshot);
  vsl_statement_bind_int64 (statement, ":base_length", plan->base_length);
}

/* Writes the one row of the pair. A token that is there already stays, and another one is refused
 * by the condition: then no row changes. */
static gboolean
write_row (VslDb        *db,
           gint64        article,
           gint64        site,
           VslOutboxRow *row,
           gint64        now,
           GError      **error)
{
  const char *given = vsl_outbox_row_get_token (row);
  g_autofree char *token = *given != '\0' ? g_strdup (given) : g_uuid_string_random ();
  g_autoptr(VslStatement) statement =
    vsl_db_prepare (db,
                    "INSERT INTO outbox (article, site, token, state, wanted, wanted_at,"
                    " article_revision, remote_id, remote_status, remote_token, remote_url,"
                    " remote_edit_url, remote_revision, remote_modified, remote_hash, message,"
                    " options, next_at, snapshot, base_snapshot, base_length, attempts, updated_at)"
                    " VALUES (:article, :site, :token, :state, :wanted, :wanted_at,"
                    " :article_revision, :remote_id, :remote_status, :remote_token, :remote_url,"
                    " :remote_edit_url, :remote_revision, :remote_modified, :remote_hash, :message,"
                    " :options, :next_at, :snapshot, :base_snapshot, :base_length,"
                    " :attempts, :now)"
                    " ON CONFLICT (article, site) DO UPDATE SET state = :state, wanted = :wanted,"
                    " wanted_at = :wanted_at, article_revision = :article_revision,"
                    " remote_id = :remote_id, remote_status = :remote_status,"
                    " remote_token = :remote_token, remote_url = :remote_url,"
                    " remote_edit_url = :remote_edit_url, remote_revision = :remote_revision,"
                    " remote_modified = :remote_modified, remote_hash = :remote_hash,"
                    " message = :message, options = :options, next_at = :next_at,"
                    " snapshot = :snapshot, base_snapshot = :base_snapshot,"
                    " base_length = :base_length,"
                    " attempts = :attempts, updated_at = :now WHERE token = :token OR :given = ''",
                    error);

  if (statement == NULL)
    return FALSE;

  vsl_statement_bind_int64 (statement, ":article", article);
  vsl_statement_bind_int64 (statement, ":site", site);
  vsl_statement_bind_text (statement, ":token", token);
  vsl_statement_bind_text (statement, ":given", given);
  vsl_statement_bind_text (statement, ":state",
                           vsl_outbox_state_get_name (vsl_outbox_row_get_state (row)));
  vsl_statement_bind_text (statement, ":wanted",
                           vsl_remote_status_get_name (vsl_outbox_row_get_wanted (row)));
  vsl_statement_bind_int64 (statement, ":wanted_at", vsl_outbox_row_get_wanted_at (row));
  vsl_statement_bind_int64 (statement, ":article_revision", vsl_outbox_row_get_article_revision (row));
  vsl_statement_bind_text (statement, ":message", vsl_outbox_row_get_message (row));
  vsl_statement_bind_int64 (statement, ":now", now);
  bind_copy (statement, vsl_outbox_row_get_copy (row));
  bind_plan (statement, vsl_outbox_row_get_plan (row));
  if (!vsl_statement_run (statement, error))
    return FALSE;

  if (vsl_db_get_n_changes (db) == 0)
    {
      g_set_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_CONFLICT,
                   _("The article %s has another mark on “%s” already. Nothing was stored."),
                   vsl_outbox_row_get_article_id (row), vsl_outbox_row_get_site (row));
      return FALSE;
    }

  return TRUE;
}

static gboolean
write_event (VslDb        *db,
             Save         *save,
             VslOutboxRow *stored,
             GError      **error)
{
  g_autoptr(VslStatement) statement = NULL;

  if (save->what == VSL_N_OUTBOX_WHATS)
    return TRUE;

  statement = vsl_db_prepare (db,
                              "INSERT INTO outbox_event (outbox, at, what, attempt, detail)"
                              " VALUES (:outbox, :at, :what, :attempt, :detail)",
                              error);
  if (statement == NULL)
    return FALSE;

  vsl_statement_bind_int64 (statement, ":outbox", vsl_outbox_row_get_row_id (stored));
  vsl_statement_bind_int64 (statement, ":at", save->now);
  vsl_statement_bind_text (statement, ":what", vsl_outbox_what_get_name (save->what));
  vsl_statement_bind_int64 (statement, ":attempt", vsl_outbox_row_get_plan (stored)->attempts);
  vsl_statement_bind_text (statement, ":detail", save->detail);

  return vsl_statement_run (statement, error);
}

static gpointer
save_row (VslStore *store,
          gpointer  data,
          GError  **error)
{
  Save *save = data;
  VslDb *db = vsl_store_get_db (store);
  Key key = { vsl_outbox_row_get_article_id (save->row), vsl_outbox_row_get_site (save->row) };
  g_autoptr(VslOutboxRow) stored = NULL;
  gint64 article;
  gint64 site;

  if (!vsl_db_begin (db, error))
    return NULL;

  if (vsl_article_rows_find (db, key.article_id, &article, NULL, error) &&
      find_site (db, key.site, &site, error) &&
      write_row (db, article, site, save->row, save->now, error))
    stored = load_row (store, &key, error);
  if (stored != NULL && !write_event (db, save, stored, error))
    g_clear_object (&stored);

  if (!vsl_db_end (db, stored != NULL, error))
    return NULL;

  return g_steal_pointer (&stored);
}

/**
 * vsl_store_load_outbox_row:
 * @self: the store
 * @article_id: a whole id
 * @site: name of a site, also of one that was removed
 * @error: return location for a #GError
 *
 * Returns: (transfer full): what is known of the article on that site; %VSL_STORE_ERROR_NOT_FOUND
 *   when it was never put there
 */
VslOutboxRow *
vsl_store_load_outbox_row (VslStore   *self,
                           const char *article_id,
                           const char *site,
                           GError    **error)
{
  Key key = { article_id, site };

  g_return_val_if_fail (article_id != NULL, NULL);
  g_return_val_if_fail (site != NULL, NULL);

  return vsl_store_call (self, load_row, &key, error);
}

/**
 * vsl_store_save_outbox_row:
 * @self: the store
 * @row: the row. Its article and site say which it is; its number is not looked at. Without a token
 *   it gets one, the one it has for life
 * @now: the time, µs since 1970 UTC
 * @error: return location for a #GError
 *
 * Stores the one row of an article on a site. When it returns, the row survives a power cut: that is
 * the moment from which the request may be sent.
 *
 * Returns: (transfer full): the row as it is stored. %VSL_STORE_ERROR_CONFLICT when the pair has
 *   another token, %VSL_STORE_ERROR_NOT_FOUND when there is no such article or site
 */
VslOutboxRow *
vsl_store_save_outbox_row (VslStore     *self,
                           VslOutboxRow *row,
                           gint64        now,
                           GError      **error)
{
  return vsl_store_record_outbox_row (self, row, VSL_N_OUTBOX_WHATS, NULL, now, error);
}

/**
 * vsl_store_record_outbox_row:
 * @self: the store
 * @row: the row, as for vsl_store_save_outbox_row()
 * @what: what happened to it; %VSL_N_OUTBOX_WHATS for nothing worth telling
 * @detail: (nullable): what belongs to that: a word, a number, an address; never a secret
 * @now: the time, µs since 1970 UTC
 * @error: return location for a #GError
 *
 * Stores the row and, in the same transaction, adds to its history.
 *
 * Returns: (transfer full): as vsl_store_save_outbox_row()
 */
VslOutboxRow *
vsl_store_record_outbox_row (VslStore      *self,
                             VslOutboxRow  *row,
                             VslOutboxWhat  what,
                             const char    *detail,
                             gint64         now,
                             GError       **error)
{
  Save save = { row, what, detail, now };

  g_return_val_if_fail (VSL_IS_OUTBOX_ROW (row), NULL);

  return vsl_store_call (self, save_row, &save, error);
}

/**
 * vsl_store_list_outbox:
 * @self: the store
 * @article_id: (nullable): a whole id, or %NULL
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (element-type VslOutboxRow): the rows of the article, by site; for %NULL
 *   all rows that are not confirmed, oldest first
 */
GPtrArray *
vsl_store_list_outbox (VslStore   *self,
                       const char *article_id,
                       GError    **error)
{
  return vsl_store_call (self, list_rows, (gpointer) article_id, error);
}

/**
 * vsl_store_list_unseen:
 * @self: the store
 * @since: µs since 1970 UTC: what was scheduled for before that, and has not appeared, is left alone
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (element-type VslOutboxRow): the confirmed rows of which it is, or will be, to
 *   be seen what readers get, oldest first
 */
GPtrArray *
vsl_store_list_unseen (VslStore  *self,
                       gint64     since,
                       GError   **error)
{
  return vsl_store_call (self, list_unseen, &since, error);
}

/**
 * vsl_store_list_published:
 * @self: the store
 * @limit: how many at most
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (element-type VslOutboxRow): what readers see on some site and is settled, the
 *   last sent first
 */
GPtrArray *
vsl_store_list_published (VslStore  *self,
                          guint      limit,
                          GError   **error)
{
  return vsl_store_call (self, list_published, &limit, error);
}
