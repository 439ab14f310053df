/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-store"

#include "config.h"

#include "store/vsl-cache-private.h"

#include <glib/gi18n.h>

typedef struct
{
  VslCache *cache; /* (unowned) the source of the task, or the caller, holds it */
  VslSearchQuery *query; /* (owned) */
  guint limit;
  GCancellable *cancellable; /* (owned) (nullable) */
} Search;

typedef struct
{
  Search *search;
  VslSearchResult *result;
  GError **error;
} Call;

static void
search_free (gpointer data)
{
  Search *search = data;

  vsl_search_query_free (search->query);
  g_clear_object (&search->cancellable);
  g_free (search);
}

static Search *
search_new (VslCache             *self,
            const VslSearchQuery *query,
            guint                 limit,
            GCancellable         *cancellable)
{
  Search *search = g_new (Search, 1);

  *search = (Search) { self, vsl_search_query_copy (query), limit, NULL };
  g_set_object (&search->cancellable, cancellable);

  return search;
}

static void
cancelled_cb (GCancellable *cancellable,
              gpointer      data)
{
  vsl_cache_interrupt_read (data, cancellable);
}

/* The articles of the site that the query names; no bytes when it names none. */
static gboolean
load_site_ids (Search  *search,
               GBytes **ids,
               GError **error)
{
  VslStoreFilter filter = { .site = search->query->site };

  *ids = NULL;
  if (search->query->site == NULL)
    return TRUE;
  *ids = vsl_store_list_ids (vsl_cache_get_store (search->cache), &filter, VSL_STORE_SORT_UPDATED,
                             FALSE, error);

  return *ids != NULL;
}

static VslSearchResult *
run_search (Search  *search,
            GError **error)
{
  g_autoptr(GBytes) ids = NULL;
  g_autoptr(GError) local_error = NULL;
  VslSearchResult *result;
  VslDb *db;
  gulong handler;

  /* Who types on has no use for the letters before. */
  if (g_cancellable_set_error_if_cancelled (search->cancellable, error) ||
      !load_site_ids (search, &ids, error))
    return NULL;
  db = vsl_cache_get_db (search->cache, error);
  if (db == NULL)
    return NULL;

  vsl_cache_begin_read (search->cache, search->cancellable);
  handler = search->cancellable == NULL
              ? 0
              : g_cancellable_connect (search->cancellable, G_CALLBACK (cancelled_cb), search->cache, NULL);
  result = vsl_cache_search_run (db, search->query, ids, search->limit, &local_error);
  if (handler != 0)
    g_cancellable_disconnect (search->cancellable, handler);
  vsl_cache_end_read (search->cache);

  if (result == NULL && vsl_cache_forgive (search->cache, local_error))
    g_set_error_literal (error, VSL_STORE_ERROR, VSL_STORE_ERROR_CORRUPT,
                         _("The index for searching was damaged and is made again. Nothing of the articles is lost; search again in a moment."));
  else if (result == NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));

  return result;
}

static gpointer
run_search_task (gpointer source,
                 gpointer data,
                 GError **error)
{
  return run_search (data, error);
}

static void
run_search_call (gpointer data)
{
  Call *call = data;

  call->result = run_search (call->search, call->error);
}

/**
 * vsl_cache_search_async:
 * @self: the index
 * @query: what to look for
 * @limit: how many hits at most
 * @cancellable: (nullable): stops it at once; for who types on
 * @callback: (scope async): called in the main context of the caller
 * @user_data: for @callback
 *
 * Looks for articles. Finds what is indexed so far.
 */
void
vsl_cache_search_async (VslCache             *self,
                        const VslSearchQuery *query,
                        guint                 limit,
                        GCancellable         *cancellable,
                        GAsyncReadyCallback   callback,
                        gpointer              user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (VSL_IS_CACHE (self));
  g_return_if_fail (query != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, vsl_cache_search_async);
  if (!vsl_store_thread_push_task (vsl_cache_get_thread (self), task, run_search_task,
                                   search_new (self, query, limit, cancellable), search_free,
                                   (GDestroyNotify) vsl_search_result_free))
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Stopped."));
}

/**
 * vsl_cache_search_finish:
 * @self: the index
 * @result: what the callback got
 * @error: return location for a #GError
 *
 * Returns: (transfer full): what was found; %G_IO_ERROR_CANCELLED when it was stopped;
 *   %VSL_STORE_ERROR_CORRUPT when the index was damaged, and an empty one has taken its place, which
 *   wants vsl_cache_sync_async()
 */
VslSearchResult *
vsl_cache_search_finish (VslCache     *self,
                         GAsyncResult *result,
                         GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, vsl_cache_search_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * vsl_cache_search:
 * @self: the index
 * @query: what to look for
 * @limit: how many hits at most
 * @error: return location for a #GError
 *
 * As vsl_cache_search_async(), and waits. For the command line.
 *
 * Returns: (transfer full): what was found
 */
VslSearchResult *
vsl_cache_search (VslCache             *self,
                  const VslSearchQuery *query,
                  guint                 limit,
                  GError              **error)
{
  Search *search;
  Call call;

  g_return_val_if_fail (VSL_IS_CACHE (self), NULL);
  g_return_val_if_fail (query != NULL, NULL);

  search = search_new (self, query, limit, NULL);
  call = (Call) { search, NULL, error };
  if (!vsl_store_thread_call (vsl_cache_get_thread (self), run_search_call, &call))
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Stopped."));
  search_free (search);

  return call.result;
}
