/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-store"

#include "config.h"

#include "store/vsl-keeper.h"

#include "store/vsl-store-check.h"
#include "store/vsl-store-private.h"
#include "store/vsl-store-thread.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#define HOUR (G_GINT64_CONSTANT (3600) * G_USEC_PER_SEC)

/**
 * VslKeeper:
 *
 * Looks after the database beside the work: makes backups of it and checks it. Both read all of it,
 * which takes seconds when there are many articles; so they run in a thread of their own, over a
 * connection that only reads, and no commit waits for them. On a network, where there can be no
 * second connection, they run in the thread of the store after all.
 *
 * To be closed before the store.
 */
struct _VslKeeper
{
  GObject parent_instance;

  VslStore *store; /* (owned) */
  VslStoreThread *thread; /* (owned) */
};

G_DEFINE_FINAL_TYPE (VslKeeper, vsl_keeper, G_TYPE_OBJECT)

/* Work on the database, and what it needs beside. */
typedef gpointer (*Work) (VslDb *db, gpointer data, GError **error);

typedef struct
{
  VslKeeper *keeper;
  Work work;
  gpointer data;
  gpointer result;
  GError **error;
} Call;

static void
vsl_keeper_dispose (GObject *object)
{
  vsl_keeper_close (VSL_KEEPER (object));

  G_OBJECT_CLASS (vsl_keeper_parent_class)->dispose (object);
}

static void
vsl_keeper_finalize (GObject *object)
{
  VslKeeper *self = VSL_KEEPER (object);

  g_clear_pointer (&self->thread, vsl_store_thread_unref);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (vsl_keeper_parent_class)->finalize (object);
}

static void
vsl_keeper_class_init (VslKeeperClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = vsl_keeper_dispose;
  object_class->finalize = vsl_keeper_finalize;
}

static void
vsl_keeper_init (VslKeeper *self)
{
  self->thread = vsl_store_thread_new ("vsl-keeper");
}

static gpointer
run_in_store (VslStore *store,
              gpointer  data,
              GError  **error)
{
  Call *call = data;

  return call->work (vsl_store_get_db (store), call->data, error);
}

/* Runs in the thread of the keeper. */
static void
run_call (gpointer data)
{
  Call *call = data;
  VslStore *store = call->keeper->store;
  g_autofree char *path = NULL;
  g_autoptr(VslDb) db = NULL;

  if (vsl_store_is_on_network (store) || vsl_store_get_mode (store) == VSL_STORE_READ_ONLY)
    {
      call->result = vsl_store_call (store, run_in_store, call, call->error);
      return;
    }

  path = g_build_filename (vsl_store_get_directory (store), "drafts.db", NULL);
  db = vsl_db_open (path, VSL_DB_READ, call->error);
  if (db != NULL)
    call->result = call->work (db, call->data, call->error);
}

static gpointer
run (VslKeeper *self,
     Work       work,
     gpointer   data,
     GError   **error)
{
  Call call = { self, work, data, NULL, error };

  if (!vsl_store_thread_call (self->thread, run_call, &call))
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Stopped."));

  return call.result;
}

static void
start (VslKeeper             *self,
       GTask                 *task,
       VslStoreThreadTaskFunc func,
       gpointer               data,
       GDestroyNotify         destroy_result)
{
  g_task_set_check_cancellable (task, FALSE);
  if (!vsl_store_thread_push_task (self->thread, task, func, data, g_free, destroy_result))
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Stopped."));
}

static gpointer
write_backup (VslDb   *db,
              gpointer path,
              GError **error)
{
  return GINT_TO_POINTER (vsl_backup_files_write (db, path, error));
}

/* Drops what the rotation no longer keeps. One that cannot be dropped is tried again next time. */
static void
rotate (const char *directory)
{
  g_autoptr(GPtrArray) backups = vsl_backup_files_list (directory);
  g_autoptr(GPtrArray) old = vsl_backup_files_choose_old (backups);
  guint i;

  for (i = 0; i < old->len; i++)
    {
      VslBackup *backup = g_ptr_array_index (old, i);

      if (g_unlink (backup->path) != 0)
        g_debug ("%s stays: %s", backup->path, g_strerror (errno));
    }
}

static gpointer
run_backup (gpointer source,
            gpointer data,
            GError **error)
{
  VslKeeper *self = source;
  const char *directory = vsl_store_get_directory (self->store);
  g_autofree char *folder = vsl_backup_files_get_folder (directory);
  g_autofree char *path = vsl_backup_files_make_path (directory, NULL, *(gint64 *) data);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_FAILED,
                   _("The folder “%s” could not be made: %s."), folder, g_strerror (errno));
      return NULL;
    }
  if (!GPOINTER_TO_INT (run (self, write_backup, path, error)))
    return NULL;
  rotate (directory);

  return g_steal_pointer (&path);
}

static gpointer
run_check (VslDb   *db,
           gpointer data,
           GError **error)
{
  return vsl_store_check_run (db, error);
}

static gpointer
run_check_task (gpointer source,
                gpointer data,
                GError **error)
{
  return run (source, run_check, NULL, error);
}

/**
 * vsl_keeper_new:
 * @store: the store, open
 *
 * Returns: (transfer full): a keeper of @store
 */
VslKeeper *
vsl_keeper_new (VslStore *store)
{
  VslKeeper *self;

  g_return_val_if_fail (VSL_IS_STORE (store), NULL);

  self = g_object_new (VSL_TYPE_KEEPER, NULL);
  self->store = g_object_ref (store);

  return self;
}

/**
 * vsl_keeper_close:
 * @self: the keeper
 *
 * Finishes what it was asked, and ends. Closing twice does no harm.
 */
void
vsl_keeper_close (VslKeeper *self)
{
  g_return_if_fail (VSL_IS_KEEPER (self));

  vsl_store_thread_shutdown (self->thread);
}

/**
 * vsl_keeper_is_backup_due:
 * @self: the keeper
 * @now: the time, µs since 1970 UTC
 *
 * Looks at the names of the backups. Any thread.
 *
 * Returns: whether the last one is an hour old, or from the future because the clock was wrong
 */
gboolean
vsl_keeper_is_backup_due (VslKeeper *self,
                          gint64     now)
{
  g_autoptr(GPtrArray) backups = NULL;
  VslBackup *newest;

  g_return_val_if_fail (VSL_IS_KEEPER (self), FALSE);

  backups = vsl_backup_files_list (vsl_store_get_directory (self->store));
  if (backups->len == 0)
    return TRUE;
  newest = g_ptr_array_index (backups, 0);

  return now - newest->created_at >= HOUR || newest->created_at > now + HOUR;
}

/**
 * vsl_keeper_backup_async:
 * @self: the keeper
 * @now: the time, µs since 1970 UTC
 * @callback: (scope async): called in the main context of the caller
 * @user_data: for @callback
 *
 * Makes a backup in the folder `backups` of the data directory, reads it back, and drops those that
 * are too old: one an hour is kept for 24 hours, and one a day for 14 days.
 */
void
vsl_keeper_backup_async (VslKeeper          *self,
                         gint64              now,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (VSL_IS_KEEPER (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, vsl_keeper_backup_async);
  start (self, task, run_backup, g_memdup2 (&now, sizeof now), g_free);
}

/**
 * vsl_keeper_backup_finish:
 * @self: the keeper
 * @result: what the callback got
 * @error: return location for a #GError
 *
 * Returns: (transfer full): the path of the backup; %VSL_STORE_ERROR_FULL when there is no room for
 *   it, %VSL_STORE_ERROR_CORRUPT when the database is damaged, so that older backups must be kept
 */
char *
vsl_keeper_backup_finish (VslKeeper    *self,
                          GAsyncResult *result,
                          GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, vsl_keeper_backup_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * vsl_keeper_backup_to:
 * @self: the keeper
 * @path: where the backup goes; a file there is replaced once the backup is whole
 * @error: return location for a #GError
 *
 * Makes a backup in another place, and waits. No older ones are dropped.
 *
 * Returns: whether it stands
 */
gboolean
vsl_keeper_backup_to (VslKeeper  *self,
                      const char *path,
                      GError    **error)
{
  g_return_val_if_fail (VSL_IS_KEEPER (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  return GPOINTER_TO_INT (run (self, write_backup, (gpointer) path, error));
}

/**
 * vsl_keeper_check_async:
 * @self: the keeper
 * @callback: (scope async): called in the main context of the caller
 * @user_data: for @callback
 *
 * Checks everything that is stored, as vsl_store_check_run() tells.
 */
void
vsl_keeper_check_async (VslKeeper          *self,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (VSL_IS_KEEPER (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, vsl_keeper_check_async);
  start (self, task, run_check_task, NULL, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * vsl_keeper_check_finish:
 * @self: the keeper
 * @result: what the callback got
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (element-type utf8): what is wrong, a translated sentence each; empty when
 *   all is well
 */
GPtrArray *
vsl_keeper_check_finish (VslKeeper    *self,
                         GAsyncResult *result,
                         GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, vsl_keeper_check_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * vsl_keeper_check:
 * @self: the keeper
 * @error: return location for a #GError
 *
 * As vsl_keeper_check_async(), and waits. For the command line.
 *
 * Returns: (transfer full) (element-type utf8): what is wrong
 */
GPtrArray *
vsl_keeper_check (VslKeeper *self,
                  GError   **error)
{
  g_return_val_if_fail (VSL_IS_KEEPER (self), NULL);

  return run (self, run_check, NULL, error);
}
