/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-store"

#include "config.h"

#include "store/vsl-cache-private.h"

#include "store/vsl-cache-file.h"
#include "store/vsl-store-private.h"

#include <glib/gi18n.h>

/**
 * VslCache:
 *
 * The index for searching: a database beside the articles that holds nothing of its own. It may be
 * deleted while the program is closed, and is made again when it is missing, damaged or of another
 * version.
 *
 * It has a connection and a thread of its own, so that building an index of 100,000 articles never
 * stands between a keystroke and the disk. It reads articles through the store, one at a time. Any
 * thread may call it; to be closed before the store.
 */
struct _VslCache
{
  GObject parent_instance;

  VslStore *store; /* (owned) */
  VslStoreThread *thread; /* (owned) (nullable) until it is open */
  VslCacheMode mode; /* (thread: cache) */
  gboolean opened; /* (thread: cache) whether opening was tried */
  VslDb *db; /* (owned) (nullable) (thread: cache) NULL before it is opened and once closed */

  GMutex mutex;
  gboolean closing;       /* (mutex) */
  gboolean reading;       /* (mutex) a search runs, and may be interrupted */
  GCancellable *reader;   /* (mutex) (unowned) (nullable) of the search that runs */
  VslDb *interruptible;   /* (mutex) (unowned) (nullable) its connection */
  GHashTable *pending;    /* (mutex) (owned) ids whose update is queued */
  GHashTable *failed;     /* (mutex) (owned) ids of articles that could not be put in */
};

G_DEFINE_FINAL_TYPE (VslCache, vsl_cache, G_TYPE_OBJECT)

static void
run_close (gpointer data)
{
  VslCache *self = data;

  g_clear_pointer (&self->db, vsl_db_free);
}

static void
vsl_cache_dispose (GObject *object)
{
  VslCache *self = VSL_CACHE (object);

  if (self->thread != NULL)
    vsl_cache_close (self);

  G_OBJECT_CLASS (vsl_cache_parent_class)->dispose (object);
}

static void
vsl_cache_finalize (GObject *object)
{
  VslCache *self = VSL_CACHE (object);

  g_clear_pointer (&self->thread, vsl_store_thread_unref);
  g_clear_pointer (&self->db, vsl_db_free);
  g_clear_object (&self->store);
  g_clear_pointer (&self->pending, g_hash_table_unref);
  g_clear_pointer (&self->failed, g_hash_table_unref);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (vsl_cache_parent_class)->finalize (object);
}

static void
vsl_cache_class_init (VslCacheClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = vsl_cache_dispose;
  object_class->finalize = vsl_cache_finalize;
}

static void
vsl_cache_init (VslCache *self)
{
  g_mutex_init (&self->mutex);
  self->pending = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->failed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/* For reading: the index that a window keeps, if there is one; else one of our own in memory. */
static gboolean
open_for_reading (VslCache *self,
                  GError  **error)
{
  const char *directory = vsl_store_get_directory (self->store);
  g_autoptr(GError) local_error = NULL;

  self->mode = VSL_CACHE_READ;
  self->db = vsl_cache_file_open (directory, VSL_CACHE_READ, &local_error);
  if (self->db != NULL)
    return TRUE;

  g_debug ("no index to read: %s", local_error->message);
  self->mode = VSL_CACHE_MEMORY;
  self->db = vsl_cache_file_open (directory, VSL_CACHE_MEMORY, error);

  return self->db != NULL;
}

static gboolean
open_file (VslCache *self,
           GError  **error)
{
  self->opened = TRUE;
  if (vsl_store_get_mode (self->store) == VSL_STORE_READ_ONLY)
    return open_for_reading (self, error);

  self->mode = vsl_store_is_on_network (self->store) ? VSL_CACHE_WRITE_ON_NETWORK : VSL_CACHE_WRITE;
  self->db = vsl_cache_file_open (vsl_store_get_directory (self->store), self->mode, error);

  return self->db != NULL;
}

/* What vsl_cache_open() waits for. */
typedef struct
{
  VslCache *cache;
  GError **error;
} Opening;

static void
run_open (gpointer data)
{
  Opening *opening = data;

  open_file (opening->cache, opening->error);
}

/**
 * vsl_cache_new:
 * @store: the store, open
 *
 * As vsl_cache_open(), but the file is opened in the thread of the index, by the first who needs it,
 * and that one is told when it fails. For the main thread of a window: a large index takes its time.
 *
 * Returns: (transfer full): the index
 */
VslCache *
vsl_cache_new (VslStore *store)
{
  VslCache *self;

  g_return_val_if_fail (VSL_IS_STORE (store), NULL);

  self = g_object_new (VSL_TYPE_CACHE, NULL);
  self->store = g_object_ref (store);
  self->thread = vsl_store_thread_new ("vsl-cache");

  return self;
}

/**
 * vsl_cache_open:
 * @store: the store, open
 * @error: return location for a #GError
 *
 * Opens the index of @store, and waits for that. It is behind until vsl_cache_sync_async() or vsl_cache_sync() has run.
 * With a store that is only read, the index of the window is read, which keeps it up to date; where
 * there is none, an empty one is made in memory.
 *
 * Returns: (transfer full): the index
 */
VslCache *
vsl_cache_open (VslStore *store,
                GError  **error)
{
  g_autoptr(VslCache) self = vsl_cache_new (store);
  g_autoptr(GError) local_error = NULL;
  Opening opening = { self, &local_error };

  if (!vsl_store_thread_call (self->thread, run_open, &opening) || local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * vsl_cache_close:
 * @self: the index
 *
 * Stops what runs at the next chunk, and waits for that. Nothing is lost that vsl_cache_sync_async()
 * does not find again. Closing twice does no harm.
 */
void
vsl_cache_close (VslCache *self)
{
  g_return_if_fail (VSL_IS_CACHE (self));

  g_mutex_lock (&self->mutex);
  self->closing = TRUE;
  if (self->reading)
    vsl_db_interrupt (self->interruptible);
  g_mutex_unlock (&self->mutex);

  if (vsl_store_thread_call (self->thread, run_close, self))
    vsl_store_thread_shutdown (self->thread);
}

/**
 * vsl_cache_get_store:
 * @self: the index
 *
 * Returns: (transfer none): the store that it is of
 */
VslStore *
vsl_cache_get_store (VslCache *self)
{
  return self->store;
}

/**
 * vsl_cache_get_thread:
 * @self: the index
 *
 * Returns: (transfer none): its thread
 */
VslStoreThread *
vsl_cache_get_thread (VslCache *self)
{
  return self->thread;
}

/**
 * vsl_cache_get_db:
 * @self: the index
 * @error: return location for a #GError
 *
 * In the thread of the index.
 *
 * Returns: (transfer none): its connection; %G_IO_ERROR_CANCELLED when it is closed; any error of
 *   opening the file, each time anew
 */
VslDb *
vsl_cache_get_db (VslCache *self,
                  GError  **error)
{
  g_assert (vsl_store_thread_is_current (self->thread));

  if (self->db == NULL && !vsl_cache_is_closing (self) && !self->opened)
    {
      open_file (self, error);
      /* The next who asks tries again: the disk may have room by then. */
      self->opened = self->db != NULL;
      return self->db;
    }
  if (self->db == NULL || vsl_cache_is_closing (self))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Stopped."));
      return NULL;
    }

  return self->db;
}

/**
 * vsl_cache_is_written:
 * @self: the index
 *
 * In the thread of the index.
 *
 * Returns: whether it is ours to bring up to date; %FALSE when a window does that
 */
gboolean
vsl_cache_is_written (VslCache *self)
{
  return self->mode != VSL_CACHE_READ;
}

/**
 * vsl_cache_is_closing:
 * @self: the index
 *
 * Returns: whether it is time to stop
 */
gboolean
vsl_cache_is_closing (VslCache *self)
{
  gboolean closing;

  g_mutex_lock (&self->mutex);
  closing = self->closing;
  g_mutex_unlock (&self->mutex);

  return closing;
}

/**
 * vsl_cache_forgive:
 * @self: the index
 * @cause: what a function of the index failed with
 *
 * In the thread of the index. When it is damaged, throws it away and begins an empty one.
 *
 * Returns: whether there is an empty index now, so that it is worth trying again
 */
gboolean
vsl_cache_forgive (VslCache *self,
                   GError   *cause)
{
  g_autoptr(GError) error = NULL;

  if (!g_error_matches (cause, VSL_STORE_ERROR, VSL_STORE_ERROR_CORRUPT) || self->db == NULL)
    return FALSE;

  g_clear_pointer (&self->db, vsl_db_free);
  if (self->mode == VSL_CACHE_READ)
    self->mode = VSL_CACHE_MEMORY;
  else
    vsl_cache_file_remove (vsl_store_get_directory (self->store));
  self->db = vsl_cache_file_open (vsl_store_get_directory (self->store), self->mode, &error);
  if (self->db == NULL)
    g_debug ("no new index: %s", error->message);

  return self->db != NULL;
}

/**
 * vsl_cache_begin_read:
 * @self: the index
 * @cancellable: (nullable): who may stop what begins now
 *
 * In the thread of the index: from here to vsl_cache_end_read() a statement may be interrupted.
 * Nothing that writes may run between.
 */
void
vsl_cache_begin_read (VslCache     *self,
                      GCancellable *cancellable)
{
  g_mutex_lock (&self->mutex);
  self->reading = TRUE;
  self->reader = cancellable;
  self->interruptible = self->db;
  g_mutex_unlock (&self->mutex);
}

/**
 * vsl_cache_end_read:
 * @self: the index
 *
 * Ends what vsl_cache_begin_read() began.
 */
void
vsl_cache_end_read (VslCache *self)
{
  g_mutex_lock (&self->mutex);
  self->reading = FALSE;
  self->reader = NULL;
  self->interruptible = NULL;
  g_mutex_unlock (&self->mutex);
}

/**
 * vsl_cache_interrupt_read:
 * @self: the index
 * @cancellable: which reading is to stop
 *
 * Any thread. Does nothing when something else runs, or nothing.
 */
void
vsl_cache_interrupt_read (VslCache     *self,
                          GCancellable *cancellable)
{
  g_mutex_lock (&self->mutex);
  if (self->reading && self->reader == cancellable)
    vsl_db_interrupt (self->interruptible);
  g_mutex_unlock (&self->mutex);
}

/**
 * vsl_cache_add_pending:
 * @self: the index
 * @article_id: an article that changed
 *
 * Returns: whether it has to be queued; %FALSE when it is already
 */
gboolean
vsl_cache_add_pending (VslCache   *self,
                       const char *article_id)
{
  gboolean added;

  g_mutex_lock (&self->mutex);
  added = g_hash_table_add (self->pending, g_strdup (article_id));
  g_mutex_unlock (&self->mutex);

  return added;
}

/**
 * vsl_cache_take_pending:
 * @self: the index
 * @article_id: an article that is put in the index now
 *
 * Returns: whether it was queued: a change from here on queues it again
 */
gboolean
vsl_cache_take_pending (VslCache   *self,
                        const char *article_id)
{
  gboolean removed;

  g_mutex_lock (&self->mutex);
  removed = g_hash_table_remove (self->pending, article_id);
  g_mutex_unlock (&self->mutex);

  return removed;
}

/**
 * vsl_cache_mark_failed:
 * @self: the index
 * @article_id: an article that was, or was to be, put in the index
 * @failed: whether that failed
 *
 * Remembers it, or forgets it again.
 */
void
vsl_cache_mark_failed (VslCache   *self,
                       const char *article_id,
                       gboolean    failed)
{
  g_mutex_lock (&self->mutex);
  if (failed)
    g_hash_table_add (self->failed, g_strdup (article_id));
  else
    g_hash_table_remove (self->failed, article_id);
  g_mutex_unlock (&self->mutex);
}

/**
 * vsl_cache_list_failed:
 * @self: the index
 *
 * Any thread.
 *
 * Returns: (transfer full): the ids of articles that could not be put in the index in this run, and
 *   that cannot be found therefore
 */
char **
vsl_cache_list_failed (VslCache *self)
{
  g_autoptr(GStrvBuilder) ids = g_strv_builder_new ();
  GHashTableIter iter;
  gpointer id;

  g_return_val_if_fail (VSL_IS_CACHE (self), NULL);

  g_mutex_lock (&self->mutex);
  g_hash_table_iter_init (&iter, self->failed);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_strv_builder_add (ids, id);
  g_mutex_unlock (&self->mutex);

  return g_strv_builder_end (ids);
}
