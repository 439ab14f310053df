/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "desk/vsl-desk-search.h"

#include "core/vsl-text.h"
#include "desk/vsl-desk-fault.h"
#include "desk/vsl-desk-private.h"

/* What people type after `status:`, whatever the language of the window. Folded. */
static const struct
{
  const char *typed;
  VslStatus status;
} status_words[] = {
  { "idee", VSL_STATUS_IDEA },
  { "ideeen", VSL_STATUS_IDEA },
  { "concept", VSL_STATUS_DRAFT },
  { "concepten", VSL_STATUS_DRAFT },
  { "drafts", VSL_STATUS_DRAFT },
  { "deelnemers", VSL_STATUS_PARTICIPANTS },
  { "inzage", VSL_STATUS_PARTICIPANTS },
  { "eindredactie", VSL_STATUS_COPY_DESK },
  { "copy desk", VSL_STATUS_COPY_DESK },
  { "copydesk", VSL_STATUS_COPY_DESK },
  { "klaar", VSL_STATUS_READY },
  { "gereed", VSL_STATUS_READY },
  { "gepland", VSL_STATUS_SCHEDULED },
  { "ingepland", VSL_STATUS_SCHEDULED },
  { "gepubliceerd", VSL_STATUS_PUBLISHED },
};

static VslSearchQuery *
parse_query (const char *text)
{
  VslSearchQuery *query = vsl_search_query_parse (text);
  g_autofree char *folded = query->status != NULL ? vsl_text_fold (query->status) : NULL;
  guint i;

  for (i = 0; folded != NULL && i < G_N_ELEMENTS (status_words); i++)
    {
      if (!g_str_equal (folded, status_words[i].typed))
        continue;
      g_free (query->status);
      query->status = g_strdup (vsl_status_get_name (status_words[i].status));
      break;
    }

  return query;
}

/* The index is opened when somebody needs it, and in its own thread. */
static VslCache *
ensure_cache (VslDesk *self)
{
  if (self->cache == NULL)
    self->cache = vsl_cache_new (self->store);

  return self->cache;
}

/* A run over the whole index, with who wants to hear how far it is. */
typedef struct
{
  VslIndexProgress progress; /* (nullable) */
  gpointer data;
} Indexing;

static void
progress_cb (VslCache *cache,
             guint     n_done,
             guint     n_total,
             gpointer  user_data)
{
  GTask *task = user_data;
  Indexing *indexing = g_task_get_task_data (task);

  if (indexing->progress != NULL)
    indexing->progress (g_task_get_source_object (task), n_done, n_total, indexing->data);
}

static void
indexed_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (vsl_cache_sync_finish (VSL_CACHE (object), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, vsl_desk_fault_adopt (error));
}

/**
 * vsl_desk_index_async:
 * @self: the desk
 * @cancellable: (nullable): stops it; what is done remains
 * @progress: (nullable) (scope notified): told how far it is, until @callback is called
 * @progress_data: for @progress
 * @callback: (nullable): called when everything can be found
 * @user_data: for @callback
 *
 * Brings the index up to date in the background. After an orderly end that is nothing; when the
 * index was thrown away, all of it.
 */
void
vsl_desk_index_async (VslDesk             *self,
                      GCancellable        *cancellable,
                      VslIndexProgress     progress,
                      gpointer             progress_data,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  Indexing *indexing;

  g_return_if_fail (VSL_IS_DESK (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, vsl_desk_index_async);
  indexing = g_new0 (Indexing, 1);
  indexing->progress = progress;
  indexing->data = progress_data;
  g_task_set_task_data (task, indexing, g_free);
  vsl_cache_sync_async (ensure_cache (self), cancellable, progress_cb, task, indexed_cb,
                        g_object_ref (task));
}

/**
 * vsl_desk_index_finish:
 * @self: the desk
 * @result: the result
 * @error: return location
 *
 * Returns: whether everything that is stored can be found
 */
gboolean
vsl_desk_index_finish (VslDesk       *self,
                       GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * vsl_desk_list_unindexed:
 * @self: the desk
 *
 * Returns: (transfer full): the ids of articles that are not found because they could not be put in
 *   the index in this run; they are as safe as before
 */
char **
vsl_desk_list_unindexed (VslDesk *self)
{
  g_return_val_if_fail (VSL_IS_DESK (self), NULL);

  return self->cache != NULL ? vsl_cache_list_failed (self->cache) : g_new0 (char *, 1);
}

static void
searched_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  VslSearchResult *found = vsl_cache_search_finish (VSL_CACHE (object), result, &error);

  if (found != NULL)
    g_task_return_pointer (task, found, (GDestroyNotify) vsl_search_result_free);
  else
    g_task_return_error (task, vsl_desk_fault_adopt (error));
}

/**
 * vsl_desk_search_async:
 * @self: the desk
 * @text: what somebody typed
 * @limit: how many hits at most
 * @callback: called with the answer
 * @user_data: for @callback
 *
 * Searches headline, lead, body, participants and tags. A search that is still under way is stopped.
 */
void
vsl_desk_search_async (VslDesk             *self,
                       const char          *text,
                       guint                limit,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autoptr(VslSearchQuery) query = NULL;
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (VSL_IS_DESK (self));
  g_return_if_fail (text != NULL);

  if (self->searching != NULL)
    g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  self->searching = g_cancellable_new ();

  task = g_task_new (self, self->searching, callback, user_data);
  g_task_set_source_tag (task, vsl_desk_search_async);
  query = parse_query (text);
  vsl_cache_search_async (ensure_cache (self), query, limit, self->searching, searched_cb,
                          g_steal_pointer (&task));
}

/* The hits of @found, which is freed. */
static GPtrArray *
take_hits (VslSearchResult *found,
           guint           *n_found)
{
  GPtrArray *hits = g_ptr_array_ref (found->hits);

  if (n_found != NULL)
    *n_found = found->n_found;
  vsl_search_result_free (found);

  return hits;
}

/**
 * vsl_desk_search_finish:
 * @self: the desk
 * @result: the result
 * @n_found: (out) (optional): how many there are in all; %G_MAXUINT where they are too many
 *   to rank, and the newest come first
 * @error: return location
 *
 * Returns: (transfer full) (element-type VslSearchHit): the best hits. Errors:
 *   %G_IO_ERROR_CANCELLED when a newer search was begun
 */
GPtrArray *
vsl_desk_search_finish (VslDesk       *self,
                        GAsyncResult  *result,
                        guint         *n_found,
                        GError       **error)
{
  VslSearchResult *found;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  found = g_task_propagate_pointer (G_TASK (result), error);

  return found != NULL ? take_hits (found, n_found) : NULL;
}

/**
 * vsl_desk_search:
 * @self: the desk
 * @text: what somebody typed
 * @limit: how many hits at most
 * @n_found: (out) (optional): how many there are in all; %G_MAXUINT where they are too many
 *   to rank, and the newest come first
 * @error: return location
 *
 * As vsl_desk_search_async(), but brings the index up to date first, and waits for both.
 *
 * Returns: (transfer full) (element-type VslSearchHit): the best hits
 */
GPtrArray *
vsl_desk_search (VslDesk     *self,
                 const char  *text,
                 guint        limit,
                 guint       *n_found,
                 GError     **error)
{
  g_autoptr(VslSearchQuery) query = NULL;
  g_autoptr(GError) local_error = NULL;
  VslSearchResult *found = NULL;

  g_return_val_if_fail (VSL_IS_DESK (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  query = parse_query (text);
  if (vsl_cache_sync (ensure_cache (self), &local_error))
    found = vsl_cache_search (self->cache, query, limit, &local_error);
  if (found == NULL)
    {
      vsl_desk_fault_propagate (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return take_hits (found, n_found);
}
