/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-store"

#include "config.h"

#include "store/vsl-cache-private.h"

#include "store/vsl-cache-index.h"
#include "store/vsl-cache-source.h"

#include <glib/gi18n.h>

/* A chunk of the background work ends after this time, so that a search waits no longer for it, and
 * after so many articles, so that somebody who watches sees it move. */
#define CHUNK_US (20 * 1000)
#define CHUNK_ARTICLES 256

/* Bringing the whole index up to date. Lives in the thread of the cache. */
typedef struct
{
  VslCache *cache; /* (owned) */
  GTask *task;     /* (owned) */
  GPtrArray *ids;  /* (owned) (nullable) what has to be put in, or taken out; NULL until compared */
  guint n_done;
  gboolean forgiven; /* a damaged index was thrown away once */
} Sync;

/* One report of progress on its way to the main context. */
typedef struct
{
  GTask *task; /* (owned) */
  guint n_done;
  guint n_total;
} Report;

/* Who wants to hear of progress; the data of the task. */
typedef struct
{
  VslCacheProgress progress; /* (nullable) */
  gpointer data;
} Listener;

/* One article that changed. */
typedef struct
{
  VslCache *cache; /* (owned) */
  char *id;        /* (owned) */
} Update;

static void
sync_free (Sync *sync)
{
  g_clear_pointer (&sync->ids, g_ptr_array_unref);
  g_object_unref (sync->task);
  g_object_unref (sync->cache);
  g_free (sync);
}

static void
report_free (gpointer data)
{
  Report *report = data;

  g_object_unref (report->task);
  g_free (report);
}

static gboolean
report_cb (gpointer data)
{
  Report *report = data;
  Listener *listener = g_task_get_task_data (report->task);

  listener->progress (g_task_get_source_object (report->task), report->n_done, report->n_total,
                      listener->data);

  return G_SOURCE_REMOVE;
}

static void
report_progress (Sync *sync)
{
  Listener *listener = g_task_get_task_data (sync->task);
  Report *report;

  if (listener->progress == NULL || sync->ids->len == 0)
    return;

  report = g_new (Report, 1);
  *report = (Report) { g_object_ref (sync->task), sync->n_done, sync->ids->len };
  g_main_context_invoke_full (g_task_get_context (sync->task), G_PRIORITY_DEFAULT, report_cb, report,
                              report_free);
}

/* Puts an article in the index as it is now, or takes it out. */
static gboolean
index_article (VslCache   *self,
               VslDb      *db,
               const char *id,
               GError    **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(VslArticle) article = vsl_cache_source_load (vsl_cache_get_store (self), id, &local_error);

  /* One article that cannot be read is no reason not to find the others; it is told with its id. */
  vsl_cache_mark_failed (self, id, local_error != NULL);
  if (g_error_matches (local_error, VSL_STORE_ERROR, VSL_STORE_ERROR_CORRUPT))
    {
      g_debug ("not indexed: %s", local_error->message);
      return TRUE;
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return article != NULL ? vsl_cache_index_put (db, article, error)
                         : vsl_cache_index_remove (db, id, error);
}

/* Finds out what the index does not know of yet. */
static GPtrArray *
compare (VslCache *self,
         VslDb    *db,
         GError  **error)
{
  g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GHashTable) revisions = NULL;
  g_autoptr(GArray) states = vsl_cache_source_list (vsl_cache_get_store (self), error);
  GHashTableIter iter;
  gpointer key;
  guint i;

  if (states == NULL)
    return NULL;
  revisions = vsl_cache_index_load_revisions (db, error);
  if (revisions == NULL)
    return NULL;

  for (i = 0; i < states->len; i++)
    {
      VslArticleState *state = &g_array_index (states, VslArticleState, i);
      gint64 *indexed = g_hash_table_lookup (revisions, state->id);

      if (indexed == NULL || *indexed != state->revision)
        g_ptr_array_add (ids, g_strdup (state->id));
      g_hash_table_remove (revisions, state->id);
    }
  g_hash_table_iter_init (&iter, revisions);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_ptr_array_add (ids, g_strdup (key));

  return g_steal_pointer (&ids);
}

/* The first chunk only compares; each of the others indexes for some milliseconds. Progress is thus
 * told at least at the beginning and at the end, however fast the disk is. */
static gboolean
run_chunk (Sync    *sync,
           GError **error)
{
  VslDb *db = vsl_cache_get_db (sync->cache, error);
  gint64 end = g_get_monotonic_time () + CHUNK_US;
  guint n_done = sync->n_done;
  guint last;
  gboolean good = TRUE;

  if (db == NULL)
    return FALSE;
  if (sync->ids == NULL)
    {
      sync->ids = vsl_cache_is_written (sync->cache) ? compare (sync->cache, db, error)
                                                     : g_ptr_array_new ();
      return sync->ids != NULL;
    }

  if (!vsl_db_begin (db, error))
    return FALSE;
  last = MIN (sync->ids->len, n_done + CHUNK_ARTICLES);
  while (good && n_done < last && g_get_monotonic_time () < end)
    good = index_article (sync->cache, db, g_ptr_array_index (sync->ids, n_done++), error);
  if (!vsl_db_end (db, good, error))
    return FALSE;

  sync->n_done = n_done;

  return TRUE;
}

static void
sync_step (gpointer data)
{
  Sync *sync = data;
  g_autoptr(GError) error = NULL;

  if (g_cancellable_set_error_if_cancelled (g_task_get_cancellable (sync->task), &error) ||
      !run_chunk (sync, &error))
    {
      if (sync->forgiven || !vsl_cache_forgive (sync->cache, error))
        {
          g_task_return_error (sync->task, g_steal_pointer (&error));
          sync_free (sync);
          return;
        }
      g_clear_pointer (&sync->ids, g_ptr_array_unref);
      sync->n_done = 0;
      sync->forgiven = TRUE;
    }
  else
    {
      report_progress (sync);
      if (sync->n_done == sync->ids->len)
        {
          g_task_return_boolean (sync->task, TRUE);
          sync_free (sync);
          return;
        }
    }

  /* Behind what was asked meanwhile: a search, or the article that is being written. */
  if (!vsl_store_thread_push (vsl_cache_get_thread (sync->cache), sync_step, sync))
    {
      g_task_return_new_error (sync->task, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Stopped."));
      sync_free (sync);
    }
}

static void
run_update (gpointer data)
{
  Update *update = data;
  g_autoptr(GError) error = NULL;
  VslDb *db = vsl_cache_get_db (update->cache, &error);
  gboolean good;

  vsl_cache_take_pending (update->cache, update->id);
  if (db != NULL && vsl_cache_is_written (update->cache) && vsl_db_begin (db, &error))
    {
      good = index_article (update->cache, db, update->id, &error);
      good = vsl_db_end (db, good, good ? &error : NULL);
      if (!good)
        vsl_cache_forgive (update->cache, error);
    }
  /* The next sync finds what is missing, as the revision in the index is an old one. */
  if (error != NULL)
    g_debug ("not indexed: %s", error->message);

  g_object_unref (update->cache);
  g_free (update->id);
  g_free (update);
}

/**
 * vsl_cache_update:
 * @self: the index
 * @article_id: an article that was stored, restored, or put into or taken out of the bin
 *
 * Brings the index up to date with it, soon and in its own thread. Costs the caller nothing; several
 * changes of one article that wait are one. Where it fails, the next sync makes it good.
 */
void
vsl_cache_update (VslCache   *self,
                  const char *article_id)
{
  Update *update;

  g_return_if_fail (VSL_IS_CACHE (self));
  g_return_if_fail (article_id != NULL);

  if (!vsl_cache_add_pending (self, article_id))
    return;

  update = g_new (Update, 1);
  *update = (Update) { g_object_ref (self), g_strdup (article_id) };
  if (!vsl_store_thread_push (vsl_cache_get_thread (self), run_update, update))
    {
      g_object_unref (update->cache);
      g_free (update->id);
      g_free (update);
    }
}

/**
 * vsl_cache_sync_async:
 * @self: the index
 * @cancellable: (nullable): stops it at the next chunk; what is done remains
 * @progress: (nullable) (scope notified): told when it is known how much there is to do, and after
 *   each chunk, until @callback is called; not when there is nothing to do
 * @progress_data: for @progress
 * @callback: (scope async): called in the main context of the caller
 * @user_data: for @callback
 *
 * Compares the index with the store, and indexes what is missing or has changed: nothing after an
 * orderly end, everything when the index was thrown away. In chunks of some milliseconds, between
 * which searches and updates run, and find what is there already.
 */
void
vsl_cache_sync_async (VslCache           *self,
                      GCancellable       *cancellable,
                      VslCacheProgress    progress,
                      gpointer            progress_data,
                      GAsyncReadyCallback callback,
                      gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;
  Listener *listener;
  Sync *sync;

  g_return_if_fail (VSL_IS_CACHE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, vsl_cache_sync_async);
  g_task_set_check_cancellable (task, FALSE);
  listener = g_new (Listener, 1);
  *listener = (Listener) { progress, progress_data };
  g_task_set_task_data (task, listener, g_free);

  sync = g_new0 (Sync, 1);
  sync->cache = g_object_ref (self);
  sync->task = g_object_ref (task);
  if (!vsl_store_thread_push (vsl_cache_get_thread (self), sync_step, sync))
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Stopped."));
      sync_free (sync);
    }
}

/**
 * vsl_cache_sync_finish:
 * @self: the index
 * @result: what the callback got
 * @error: return location for a #GError
 *
 * Returns: whether everything that is stored can be found; %G_IO_ERROR_CANCELLED when it was stopped
 */
gboolean
vsl_cache_sync_finish (VslCache     *self,
                       GAsyncResult *result,
                       GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, vsl_cache_sync_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
keep_result_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (result);
}

/**
 * vsl_cache_sync:
 * @self: the index
 * @error: return location for a #GError
 *
 * As vsl_cache_sync_async(), and waits. For the command line.
 *
 * Returns: whether everything that is stored can be found
 */
gboolean
vsl_cache_sync (VslCache *self,
                GError  **error)
{
  g_autoptr(GMainContext) context = g_main_context_new ();
  g_autoptr(GAsyncResult) result = NULL;

  g_return_val_if_fail (VSL_IS_CACHE (self), FALSE);

  g_main_context_push_thread_default (context);
  vsl_cache_sync_async (self, NULL, NULL, NULL, keep_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (context, TRUE);
  g_main_context_pop_thread_default (context);

  return vsl_cache_sync_finish (self, result, error);
}
