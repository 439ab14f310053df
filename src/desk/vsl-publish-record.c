/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "desk/vsl-publish-record.h"

#include "core/vsl-article-builder.h"
#include "store/vsl-store-outbox-history.h"
#include "store/vsl-store-reviews.h"
#include "store/vsl-store-snapshots.h"

/* The half of a publication that happens in the store thread: what it reads before it starts, the
 * commits in between, and the last one. */

typedef struct
{
  char *article_id; /* (owned) */
  char *site;       /* (owned) */
  VslPublishVersion version;
  gint64 now;
} Key;

static void
key_free (Key *key)
{
  g_free (key->article_id);
  g_free (key->site);
  g_free (key);
}

typedef struct
{
  VslOutboxRow *row; /* (owned) */
  VslOutboxWhat what;
  char *detail; /* (owned) (nullable) */
  gint64 now;
  gboolean set_status;
} Commit;

static Commit *
commit_new (VslOutboxRow *row,
            VslOutboxWhat what,
            const char   *detail,
            gint64        now,
            gboolean      set_status)
{
  Commit *commit = g_new0 (Commit, 1);

  commit->row = g_object_ref (row);
  commit->what = what;
  commit->detail = g_strdup (detail);
  commit->now = now;
  commit->set_status = set_status;

  return commit;
}

static void
commit_free (Commit *commit)
{
  g_object_unref (commit->row);
  g_free (commit->detail);
  g_free (commit);
}

typedef struct
{
  gint64 row_id;
  VslRemoteText *text; /* (owned) */
} Theirs;

static void
theirs_free (Theirs *theirs)
{
  g_object_unref (theirs->text);
  g_free (theirs);
}

static gpointer
save_theirs (VslStore *store,
             gpointer  data,
             GError  **error)
{
  Theirs *theirs = data;

  return GINT_TO_POINTER (vsl_store_save_theirs (store, theirs->row_id, theirs->text, error));
}

/**
 * vsl_publish_state_free:
 * @self: (transfer full): the state
 *
 * Drops it.
 */
void
vsl_publish_state_free (VslPublishState *self)
{
  g_clear_object (&self->article);
  g_clear_object (&self->row);
  g_free (self->canonical_url);
  vsl_embargo_clear (&self->embargo);
  g_free (self);
}

/**
 * vsl_publish_outcome_free:
 * @self: (transfer full): the outcome
 *
 * Drops it.
 */
void
vsl_publish_outcome_free (VslPublishOutcome *self)
{
  g_clear_object (&self->row);
  g_clear_error (&self->article_error);
  g_free (self);
}

/* The article as it is now, kept as a version. */
static gboolean
load_current (VslStore        *store,
              Key             *key,
              VslPublishState *state,
              GError         **error)
{
  g_autoptr(VslSnapshot) snapshot =
    vsl_store_add_snapshot (store, key->article_id, VSL_SNAPSHOT_BEFORE_PUBLISH, NULL, key->now, error);

  if (snapshot == NULL)
    return FALSE;
  state->article = vsl_store_load_article (store, key->article_id, error);
  if (state->article == NULL)
    return FALSE;

  state->snapshot = vsl_snapshot_get_number (snapshot);
  state->revision = vsl_article_get_revision (state->article);

  return TRUE;
}

/* A version that was kept; what was typed since goes with the next. Who kept none has the article as it
 * is now, which is nearest. */
static gboolean
load_kept (VslStore        *store,
           Key             *key,
           VslPublishState *state,
           GError         **error)
{
  const VslOutboxPlan *plan = vsl_outbox_row_get_plan (state->row);
  gint64 snapshot = key->version == VSL_PUBLISH_VERSION_ASKED ? plan->snapshot : plan->base_snapshot;

  if (snapshot > 0)
    state->article = vsl_store_load_snapshot_article (store, key->article_id, snapshot, error);
  else
    state->article = vsl_store_load_article (store, key->article_id, error);
  state->snapshot = snapshot;
  state->revision = vsl_outbox_row_get_article_revision (state->row);

  return state->article != NULL;
}

static gboolean
load_version (VslStore        *store,
              Key             *key,
              VslPublishState *state,
              GError         **error)
{
  if (state->row == NULL || key->version == VSL_PUBLISH_VERSION_NOW ||
      (key->version == VSL_PUBLISH_VERSION_ASKED && vsl_outbox_row_get_plan (state->row)->snapshot == 0))
    return load_current (store, key, state, error);

  return load_kept (store, key, state, error);
}

/* The oldest copy that readers can see, on another site than this one. */
static char *
find_canonical_url (VslStore *store,
                    Key      *key)
{
  g_autoptr(GPtrArray) rows = vsl_store_list_outbox (store, key->article_id, NULL);
  VslOutboxRow *first = NULL;
  guint i;

  for (i = 0; rows != NULL && i < rows->len; i++)
    {
      VslOutboxRow *row = rows->pdata[i];
      VslRemoteCopy *copy = vsl_outbox_row_get_copy (row);

      if (copy != NULL && vsl_remote_copy_get_status (copy) == VSL_REMOTE_PUBLISH &&
          g_str_has_prefix (vsl_remote_copy_get_url (copy), "http") &&
          (first == NULL || vsl_outbox_row_get_row_id (row) < vsl_outbox_row_get_row_id (first)))
        first = row;
    }
  if (first == NULL || g_ascii_strcasecmp (vsl_outbox_row_get_site (first), key->site) == 0)
    return NULL;

  return g_strdup (vsl_remote_copy_get_url (vsl_outbox_row_get_copy (first)));
}

static gboolean
load_embargo (VslStore         *store,
              const Key        *key,
              VslPublishState  *state,
              GError          **error)
{
  g_autoptr(GPtrArray) steps = vsl_store_list_review_steps (store, key->article_id, error);

  if (steps == NULL)
    return FALSE;
  vsl_embargo_read (&state->embargo, steps);

  return TRUE;
}

static gpointer
load_state (VslStore *store,
            gpointer  data,
            GError  **error)
{
  Key *key = data;
  g_autoptr(VslPublishState) state = g_new0 (VslPublishState, 1);
  g_autoptr(GError) local_error = NULL;

  state->row = vsl_store_load_outbox_row (store, key->article_id, key->site, &local_error);
  if (state->row == NULL &&
      !g_error_matches (local_error, VSL_STORE_ERROR, VSL_STORE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  if (!load_version (store, key, state, error) || !load_embargo (store, key, state, error))
    return NULL;

  state->canonical_url = find_canonical_url (store, key);

  return g_steal_pointer (&state);
}

static gpointer
commit_row (VslStore *store,
            gpointer  data,
            GError  **error)
{
  Commit *commit = data;

  return vsl_store_record_outbox_row (store, commit->row, commit->what, commit->detail, commit->now,
                                      error);
}

/* Whether readers find the article on any site. */
static gboolean
is_public (VslStore   *store,
           const char *article_id)
{
  g_autoptr(GPtrArray) rows = vsl_store_list_outbox (store, article_id, NULL);
  guint i;

  for (i = 0; rows != NULL && i < rows->len; i++)
    {
      VslRemoteCopy *copy = vsl_outbox_row_get_copy (g_ptr_array_index (rows, i));

      if (copy != NULL && vsl_remote_copy_get_status (copy) == VSL_REMOTE_PUBLISH)
        return TRUE;
    }

  return FALSE;
}

/* A piece that was taken offline everywhere is ready again; a draft on a site changes nothing. */
static VslStatus
derive_status (VslStatus     status,
               VslOutboxRow *row,
               gboolean      public)
{
  if (public)
    return VSL_STATUS_PUBLISHED;
  if (vsl_remote_copy_get_status (vsl_outbox_row_get_copy (row)) == VSL_REMOTE_FUTURE)
    return VSL_STATUS_SCHEDULED;
  if (status == VSL_STATUS_PUBLISHED || status == VSL_STATUS_SCHEDULED)
    return VSL_STATUS_READY;

  return status;
}

static VslOutboxRow *
copy_row_with_revision (VslOutboxRow *row,
                        gint64        revision)
{
  g_autoptr(VslOutboxRow) bare =
    vsl_outbox_row_new (vsl_outbox_row_get_row_id (row), vsl_outbox_row_get_article_id (row),
                        vsl_outbox_row_get_site (row), vsl_outbox_row_get_token (row),
                        vsl_outbox_row_get_state (row), revision,
                        vsl_outbox_row_get_wanted (row), vsl_outbox_row_get_wanted_at (row),
                        vsl_outbox_row_get_copy (row), vsl_outbox_row_get_message (row),
                        vsl_outbox_row_get_updated_at (row));

  return vsl_outbox_row_new_with_plan (bare, vsl_outbox_row_get_plan (row));
}

/* Gives the article its new status. That is a revision of ours only: a row that was in step with the
 * article stays so. */
static gboolean
store_status (VslStore           *store,
              VslArticle         *article,
              VslPublishOutcome  *outcome,
              gint64              now,
              GError            **error)
{
  VslArticleBuilder *builder = vsl_article_builder_new (article);
  g_autoptr(VslArticle) changed = NULL;
  g_autoptr(VslArticle) stored = NULL;
  g_autoptr(VslOutboxRow) moved = NULL;
  VslOutboxRow *row;

  vsl_article_builder_set_status (builder, outcome->status);
  changed = vsl_article_builder_end (builder);
  stored = vsl_store_save_article (store, changed, now, error);
  if (stored == NULL)
    return FALSE;
  if (vsl_article_get_revision (article) != vsl_outbox_row_get_article_revision (outcome->row))
    return TRUE;

  moved = copy_row_with_revision (outcome->row, vsl_article_get_revision (stored));
  row = vsl_store_save_outbox_row (store, moved, now, error);
  if (row == NULL)
    return FALSE;
  g_object_unref (outcome->row);
  outcome->row = row;

  return TRUE;
}

static gpointer
confirm_row (VslStore *store,
             gpointer  data,
             GError  **error)
{
  Commit *commit = data;
  g_autoptr(VslPublishOutcome) outcome = g_new0 (VslPublishOutcome, 1);
  g_autoptr(VslArticle) article = NULL;
  const char *id = vsl_outbox_row_get_article_id (commit->row);

  outcome->row = vsl_store_record_outbox_row (store, commit->row, commit->what, commit->detail,
                                              commit->now, error);
  if (outcome->row == NULL)
    return NULL;

  article = vsl_store_load_article (store, id, &outcome->article_error);
  if (article == NULL)
    return g_steal_pointer (&outcome);

  outcome->status = derive_status (vsl_article_get_status (article), outcome->row,
                                   is_public (store, id));
  if (commit->set_status && outcome->status != vsl_article_get_status (article) &&
      !store_status (store, article, outcome, commit->now, &outcome->article_error))
    g_debug ("status of %s: %s", id, outcome->article_error->message);

  return g_steal_pointer (&outcome);
}

/**
 * vsl_publish_record_load:
 * @store: the store
 * @article_id: an article
 * @site: the name of a site
 * @version: which version of the article it is about
 * @now: µs since 1970 UTC
 * @callback: called with the answer
 * @user_data: for @callback
 *
 * Reads the article and what is known of it on the site.
 */
void
vsl_publish_record_load (VslStore            *store,
                         const char          *article_id,
                         const char          *site,
                         VslPublishVersion    version,
                         gint64               now,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  Key *key = g_new0 (Key, 1);

  key->article_id = g_strdup (article_id);
  key->site = g_strdup (site);
  key->version = version;
  key->now = now;
  vsl_store_call_async (store, load_state, key, (GDestroyNotify) key_free,
                        (GDestroyNotify) vsl_publish_state_free, callback, user_data);
}

/**
 * vsl_publish_record_load_finish:
 * @store: the store
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full): what a publication starts from
 */
VslPublishState *
vsl_publish_record_load_finish (VslStore      *store,
                                GAsyncResult  *result,
                                GError       **error)
{
  return vsl_store_call_finish (store, result, error);
}

/**
 * vsl_publish_record_commit:
 * @store: the store
 * @row: a row of the outbox
 * @what: what happened to it
 * @detail: (nullable): what belongs to that
 * @now: µs since 1970 UTC
 * @callback: called when the row survives a power cut
 * @user_data: for @callback
 *
 * Commits a row.
 */
void
vsl_publish_record_commit (VslStore            *store,
                           VslOutboxRow        *row,
                           VslOutboxWhat        what,
                           const char          *detail,
                           gint64               now,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  vsl_store_call_async (store, commit_row, commit_new (row, what, detail, now, FALSE),
                        (GDestroyNotify) commit_free, g_object_unref, callback, user_data);
}

/**
 * vsl_publish_record_commit_finish:
 * @store: the store
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full): the row as it is stored
 */
VslOutboxRow *
vsl_publish_record_commit_finish (VslStore      *store,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  return vsl_store_call_finish (store, result, error);
}

/**
 * vsl_publish_record_confirm:
 * @store: the store
 * @row: a row of the outbox, confirmed, with its copy
 * @what: what happened to it; %VSL_N_OUTBOX_WHATS for nothing worth telling
 * @detail: (nullable): what belongs to that, for its history
 * @set_status: whether the article gets its new status here, and not in its document
 * @now: µs since 1970 UTC
 * @callback: called when that survives a power cut
 * @user_data: for @callback
 *
 * Commits what the site has, and then what that makes of the article.
 */
void
vsl_publish_record_confirm (VslStore            *store,
                            VslOutboxRow        *row,
                            VslOutboxWhat        what,
                            const char          *detail,
                            gboolean             set_status,
                            gint64               now,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  vsl_store_call_async (store, confirm_row, commit_new (row, what, detail, now, set_status),
                        (GDestroyNotify) commit_free, (GDestroyNotify) vsl_publish_outcome_free,
                        callback, user_data);
}

/**
 * vsl_publish_record_confirm_finish:
 * @store: the store
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full): the row, and the status of the article from now on
 */
VslPublishOutcome *
vsl_publish_record_confirm_finish (VslStore      *store,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  return vsl_store_call_finish (store, result, error);
}

/**
 * vsl_publish_record_keep_theirs:
 * @store: the store
 * @row_id: a row of the outbox
 * @theirs: what somebody else made of the article on the site
 * @callback: called when that survives a power cut
 * @user_data: for @callback
 *
 * Keeps their version.
 */
void
vsl_publish_record_keep_theirs (VslStore            *store,
                                gint64               row_id,
                                VslRemoteText       *theirs,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  Theirs *job = g_new0 (Theirs, 1);

  job->row_id = row_id;
  job->text = g_object_ref (theirs);
  vsl_store_call_async (store, save_theirs, job, (GDestroyNotify) theirs_free, NULL, callback,
                        user_data);
}

/**
 * vsl_publish_record_keep_theirs_finish:
 * @store: the store
 * @result: the result
 * @error: return location
 *
 * Returns: whether it is kept
 */
gboolean
vsl_publish_record_keep_theirs_finish (VslStore      *store,
                                       GAsyncResult  *result,
                                       GError       **error)
{
  return GPOINTER_TO_INT (vsl_store_call_finish (store, result, error));
}
