/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-store"

#include "config.h"

#include "store/vsl-store-private.h"

#include "store/vsl-store-file.h"
#include "store/vsl-store-lock.h"
#include "store/vsl-store-place.h"
#include "store/vsl-store-thread.h"

#include <errno.h>
#include <glib/gi18n.h>

/**
 * VslStore:
 *
 * The articles on the disk, and what belongs to them: one database, one connection, one thread. The
 * functions may be called from any thread; all SQL runs in the store's own. It knows nothing of
 * sites beyond the rows it keeps for them, and nothing of windows.
 *
 * To be closed with vsl_store_close(), which can tell that something went wrong; dropping the last
 * reference closes it too.
 */
struct _VslStore
{
  GObject parent_instance;

  char *directory; /* (owned) */
  VslStoreMode mode;
  gboolean network; /* on a file system where shared memory does not work */
  VslStoreThread *thread; /* (owned) */
  VslDb *db;          /* (owned) (nullable) (thread: store) NULL once closed */
  VslStoreLock *lock; /* (owned) (nullable) (thread: store) NULL when only reading */
  VslLastSaved last_saved; /* (thread: store) */
};

G_DEFINE_FINAL_TYPE (VslStore, vsl_store, G_TYPE_OBJECT)

/* A call that somebody waits for. */
typedef struct
{
  VslStore *store;
  VslStoreFunc func;
  gpointer data;
  gpointer result;
  GError **error;
} Call;

static gboolean
is_open (VslStore *self,
         GError  **error)
{
  if (self->db != NULL)
    return TRUE;

  g_set_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_FAILED,
               _("The articles in “%s” are closed already."), self->directory);
  return FALSE;
}

static void
run_call (gpointer data)
{
  Call *call = data;

  if (is_open (call->store, call->error))
    call->result = call->func (call->store, call->data, call->error);
}

/* What a queued call needs: the function of the caller and its data. */
typedef struct
{
  VslStoreFunc func;
  gpointer data; /* (owned) */
  GDestroyNotify destroy_data; /* (nullable) */
} AsyncCall;

static void
async_call_free (gpointer data)
{
  AsyncCall *call = data;

  if (call->destroy_data != NULL)
    call->destroy_data (call->data);
  g_free (call);
}

static gpointer
run_async_call (gpointer source,
                gpointer data,
                GError **error)
{
  VslStore *self = source;
  AsyncCall *call = data;

  if (!is_open (self, error))
    return NULL;

  return call->func (self, call->data, error);
}

static void
run_close (gpointer data)
{
  Call *call = data;
  VslStore *self = call->store;

  if (self->db != NULL && !vsl_db_close (self->db, call->error))
    call->result = GINT_TO_POINTER (FALSE);
  g_clear_pointer (&self->db, vsl_db_free);
  /* Only now: the next writer must find a database that nobody has open. */
  g_clear_pointer (&self->lock, vsl_store_lock_free);
}

static void
vsl_store_finalize (GObject *object)
{
  VslStore *self = VSL_STORE (object);
  g_autoptr(GError) error = NULL;

  if (self->thread != NULL)
    {
      if (self->db != NULL && !vsl_store_close (self, &error))
        g_debug ("closing: %s", error->message);
      vsl_store_thread_shutdown (self->thread);
    }
  g_clear_pointer (&self->thread, vsl_store_thread_unref);
  g_clear_pointer (&self->db, vsl_db_free);
  g_clear_pointer (&self->lock, vsl_store_lock_free);
  g_clear_object (&self->last_saved.article);
  g_free (self->directory);

  G_OBJECT_CLASS (vsl_store_parent_class)->finalize (object);
}

static void
vsl_store_class_init (VslStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vsl_store_finalize;
}

static void
vsl_store_init (VslStore *self)
{
}

static gboolean
open_for_writing (VslStore *self,
                  GError  **error)
{
  int saved_errno;

  if (g_mkdir_with_parents (self->directory, 0700) != 0)
    {
      saved_errno = errno;
      g_set_error (error, VSL_STORE_ERROR,
                   saved_errno == ENOSPC || saved_errno == EDQUOT ? VSL_STORE_ERROR_FULL : VSL_STORE_ERROR_READ_ONLY,
                   _("The folder “%s” could not be made: %s."), self->directory, g_strerror (saved_errno));
      return FALSE;
    }

  self->lock = vsl_store_lock_take (self->directory, error);
  if (self->lock == NULL)
    return FALSE;

  self->network = vsl_store_place_is_network (self->directory);
  self->db = vsl_store_file_open_for_writing (self->directory, self->network, error);

  return self->db != NULL;
}

/**
 * vsl_store_open:
 * @directory: the data directory; made, for its owner only, when it is written and not there
 * @mode: whether it will be written
 * @error: return location for a #GError
 *
 * Opens the store. Waits for the disk.
 *
 * Returns: (transfer full): the store. The errors %VSL_STORE_ERROR_LOCKED, %VSL_STORE_ERROR_TOO_NEW,
 *   %VSL_STORE_ERROR_FOREIGN, %VSL_STORE_ERROR_CORRUPT, %VSL_STORE_ERROR_FULL and
 *   %VSL_STORE_ERROR_READ_ONLY leave the file as it was
 */
VslStore *
vsl_store_open (const char  *directory,
                VslStoreMode mode,
                GError     **error)
{
  g_autoptr(VslStore) self = NULL;

  g_return_val_if_fail (directory != NULL, NULL);

  self = g_object_new (VSL_TYPE_STORE, NULL);
  self->directory = g_canonicalize_filename (directory, NULL);
  self->mode = mode;
  if (mode == VSL_STORE_READ_WRITE)
    {
      if (!open_for_writing (self, error))
        return NULL;
    }
  else
    {
      self->db = vsl_store_file_open_for_reading (self->directory, error);
      if (self->db == NULL)
        return NULL;
    }
  self->thread = vsl_store_thread_new ("vsl-store");

  return g_steal_pointer (&self);
}

/**
 * vsl_store_close:
 * @self: the store
 * @error: return location for a #GError
 *
 * Finishes what was asked of the store before, ends its thread and gives up the lock. Later calls
 * fail. Closing twice does no harm.
 *
 * Returns: whether it closed well; what was reported as saved is safe in any case
 */
gboolean
vsl_store_close (VslStore *self,
                 GError  **error)
{
  Call call = { self, NULL, NULL, GINT_TO_POINTER (TRUE), error };

  g_return_val_if_fail (VSL_IS_STORE (self), FALSE);

  if (vsl_store_thread_call (self->thread, run_close, &call))
    vsl_store_thread_shutdown (self->thread);

  return GPOINTER_TO_INT (call.result);
}

/**
 * vsl_store_get_directory:
 * @self: the store
 *
 * Returns: (transfer none): the absolute path of the data directory
 */
const char *
vsl_store_get_directory (VslStore *self)
{
  g_return_val_if_fail (VSL_IS_STORE (self), NULL);

  return self->directory;
}

/**
 * vsl_store_get_mode:
 * @self: the store
 *
 * Returns: whether it was opened for writing
 */
VslStoreMode
vsl_store_get_mode (VslStore *self)
{
  g_return_val_if_fail (VSL_IS_STORE (self), VSL_STORE_READ_ONLY);

  return self->mode;
}

/**
 * vsl_store_get_notice:
 * @self: the store
 *
 * Returns: (transfer none) (nullable): what the person should know about the place where the
 *   articles are, in a translated sentence; usually %NULL
 */
const char *
vsl_store_get_notice (VslStore *self)
{
  g_return_val_if_fail (VSL_IS_STORE (self), NULL);

  if (!self->network)
    return NULL;

  return _("The articles are in a folder on the network. Saving is slower there, and no other program can read them while this window is open.");
}

/**
 * vsl_store_is_on_network:
 * @self: the store
 *
 * Returns: whether no second connection can be made to the database
 */
gboolean
vsl_store_is_on_network (VslStore *self)
{
  g_return_val_if_fail (VSL_IS_STORE (self), FALSE);

  return self->network;
}

/**
 * vsl_store_get_db:
 * @self: the store
 *
 * For functions that run in the store thread.
 *
 * Returns: (transfer none): the connection
 */
VslDb *
vsl_store_get_db (VslStore *self)
{
  g_assert (vsl_store_thread_is_current (self->thread));

  return self->db;
}

/**
 * vsl_store_get_last_saved:
 * @self: the store
 *
 * For functions that run in the store thread.
 *
 * Returns: (transfer none): the article that was stored last, to be read and replaced
 */
VslLastSaved *
vsl_store_get_last_saved (VslStore *self)
{
  g_assert (vsl_store_thread_is_current (self->thread));

  return &self->last_saved;
}

/**
 * vsl_store_call:
 * @self: the store
 * @func: what to run
 * @data: (nullable): for @func
 * @error: return location for a #GError
 *
 * Runs @func in the store thread, and waits for it. At once when the caller is in it.
 *
 * Returns: (transfer full) (nullable): what @func returned
 */
gpointer
vsl_store_call (VslStore    *self,
                VslStoreFunc func,
                gpointer     data,
                GError     **error)
{
  Call call = { self, func, data, NULL, error };

  g_return_val_if_fail (VSL_IS_STORE (self), NULL);

  if (!vsl_store_thread_call (self->thread, run_call, &call))
    g_set_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_FAILED,
                 _("The articles in “%s” are closed already."), self->directory);

  return call.result;
}

typedef struct
{
  VslStoreFunc func;
  gpointer data;
  GDestroyNotify destroy_result; /* (nullable) */
} Transaction;

static gpointer
run_transaction (VslStore *self,
                 gpointer  data,
                 GError  **error)
{
  Transaction *transaction = data;
  g_autoptr(GError) local_error = NULL;
  gpointer result;

  if (!vsl_db_begin (self->db, error))
    return NULL;

  result = transaction->func (self, transaction->data, &local_error);
  if (vsl_db_end (self->db, local_error == NULL, local_error == NULL ? &local_error : NULL))
    return result;

  if (result != NULL && transaction->destroy_result != NULL)
    transaction->destroy_result (result);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

/**
 * vsl_store_transact:
 * @self: the store
 * @func: (scope call): what to do, with the functions of the store; sets its error to undo everything
 * @data: (nullable): for @func
 * @destroy_result: (nullable): frees a result that did not become durable
 * @error: return location for a #GError
 *
 * Makes several changes durable as one. Waits; for the main thread there is vsl_store_call_async(),
 * whose function may call this.
 *
 * Returns: (transfer full) (nullable): what @func returned
 */
gpointer
vsl_store_transact (VslStore      *self,
                    VslStoreFunc   func,
                    gpointer       data,
                    GDestroyNotify destroy_result,
                    GError       **error)
{
  Transaction transaction = { func, data, destroy_result };

  g_return_val_if_fail (func != NULL, NULL);

  return vsl_store_call (self, run_transaction, &transaction, error);
}

/**
 * vsl_store_call_async:
 * @self: the store
 * @func: what to run, in the store thread
 * @data: (nullable): for @func
 * @destroy_data: (nullable): frees @data, in the store thread, right after @func
 * @destroy_result: (nullable): frees a result that nobody took
 * @callback: (scope async): called in the main context of the caller
 * @user_data: for @callback
 *
 * Runs @func behind what was asked before, in order. It cannot be cancelled: what is asked of the
 * store is done.
 */
void
vsl_store_call_async (VslStore           *self,
                      VslStoreFunc        func,
                      gpointer            data,
                      GDestroyNotify      destroy_data,
                      GDestroyNotify      destroy_result,
                      GAsyncReadyCallback callback,
                      gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;
  AsyncCall *call;

  g_return_if_fail (VSL_IS_STORE (self));
  g_return_if_fail (func != NULL);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, vsl_store_call_async);
  g_task_set_check_cancellable (task, FALSE);
  call = g_new (AsyncCall, 1);
  *call = (AsyncCall) { func, data, destroy_data };
  if (!vsl_store_thread_push_task (self->thread, task, run_async_call, call, async_call_free,
                                   destroy_result))
    g_task_return_new_error (task, VSL_STORE_ERROR, VSL_STORE_ERROR_FAILED,
                             _("The articles in “%s” are closed already."), self->directory);
}

/**
 * vsl_store_call_finish:
 * @self: the store
 * @result: what the callback got
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (nullable): what the function returned
 */
gpointer
vsl_store_call_finish (VslStore     *self,
                       GAsyncResult *result,
                       GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, vsl_store_call_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
