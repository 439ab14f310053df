/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "desk/vsl-desk-backups.h"

#include "desk/vsl-desk-fault.h"
#include "desk/vsl-desk-private.h"
#include "store/vsl-backup-files.h"
#include "store/vsl-backup-media.h"
#include "store/vsl-restore.h"
#include "store/vsl-store-thread.h"

/* A backup that is to be put back. */
typedef struct
{
  char *data_dir; /* (owned) */
  char *path;     /* (owned) */
  gint64 now;
} Restoration;

static void
restoration_free (Restoration *self)
{
  g_free (self->data_dir);
  g_free (self->path);
  g_free (self);
}

/**
 * vsl_backup_file_free:
 * @self: (transfer full): what is known of a backup
 *
 * Frees that, not the backup.
 */
void
vsl_backup_file_free (VslBackupFile *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->path);
  g_free (self);
}

/**
 * vsl_desk_get_backups:
 * @self: the desk
 *
 * Returns: (transfer none): what makes and checks the backups
 */
VslBackups *
vsl_desk_get_backups (VslDesk *self)
{
  g_return_val_if_fail (VSL_IS_DESK (self), NULL);

  return self->backups;
}

/**
 * vsl_desk_get_notice:
 * @self: the desk
 *
 * Returns: (nullable) (transfer none): what the person should know about the place where the articles
 *   are, translated; usually nothing
 */
const char *
vsl_desk_get_notice (VslDesk *self)
{
  g_return_val_if_fail (VSL_IS_DESK (self), NULL);

  return vsl_store_get_notice (self->store);
}

/**
 * vsl_desk_build_backup_folder:
 * @data_dir: a data directory, of which nothing has to be there
 *
 * Returns: (transfer full): where its backups are
 */
char *
vsl_desk_build_backup_folder (const char *data_dir)
{
  g_return_val_if_fail (data_dir != NULL, NULL);

  return vsl_backup_files_get_folder (data_dir);
}

/**
 * vsl_desk_dup_backup_folder:
 * @self: the desk
 *
 * Returns: (transfer full): where the backups are
 */
char *
vsl_desk_dup_backup_folder (VslDesk *self)
{
  g_return_val_if_fail (VSL_IS_DESK (self), NULL);

  return vsl_backup_files_get_folder (self->data_dir);
}

/**
 * vsl_desk_list_backups:
 * @self: the desk
 *
 * Reads the names of some forty files.
 *
 * Returns: (transfer full) (element-type VslBackupFile): the backups, and what they replaced when they
 *   were restored, newest first
 */
GPtrArray *
vsl_desk_list_backups (VslDesk *self)
{
  GPtrArray *files = g_ptr_array_new_with_free_func ((GDestroyNotify) vsl_backup_file_free);
  g_autoptr(GPtrArray) backups = NULL;
  guint i;

  g_return_val_if_fail (VSL_IS_DESK (self), files);

  backups = vsl_backup_files_list_all (self->data_dir);
  for (i = 0; i < backups->len; i++)
    {
      VslBackup *backup = g_ptr_array_index (backups, i);
      VslBackupFile *file = g_new (VslBackupFile, 1);

      *file = (VslBackupFile) { g_strdup (backup->path), backup->created_at, backup->size, backup->replaced };
      g_ptr_array_add (files, file);
    }

  return files;
}

/**
 * vsl_desk_backup_to:
 * @self: the desk; it may only read
 * @path: where it goes; a file there is replaced once the backup is whole
 * @error: return location
 *
 * Makes a backup elsewhere, and waits.
 *
 * Returns: whether it stands
 */
gboolean
vsl_desk_backup_to (VslDesk     *self,
                    const char  *path,
                    GError     **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autofree char *folder = NULL;

  g_return_val_if_fail (VSL_IS_DESK (self), FALSE);

  if (!vsl_backups_write (self->backups, path, error))
    return FALSE;
  folder = vsl_backup_media_get_folder (path);
  if (!vsl_backup_media_write (self->data_dir, folder, &local_error))
    {
      vsl_desk_fault_propagate (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return TRUE;
}

/**
 * vsl_desk_check_store:
 * @self: the desk; it may only read
 * @error: return location
 *
 * Checks everything that is stored, and waits.
 *
 * Returns: (transfer full) (element-type utf8): what is wrong, a translated sentence each
 */
GPtrArray *
vsl_desk_check_store (VslDesk  *self,
                      GError  **error)
{
  g_return_val_if_fail (VSL_IS_DESK (self), NULL);

  return vsl_backups_check (self->backups, error);
}

/* A VslStoreThreadTaskFunc. */
static gpointer
run_restoration (gpointer source,
                 gpointer data,
                 GError **error)
{
  Restoration *restoration = data;
  char *replaced = vsl_restore_backup (restoration->data_dir, restoration->path, restoration->now,
                                       error);

  if (replaced != NULL)
    {
      g_autofree char *folder = vsl_backup_media_get_folder (restoration->path);
      guint n = vsl_backup_media_restore (restoration->data_dir, folder);

      g_debug ("%u pictures came back", n);
    }

  return replaced;
}

/* The thread has done its one task. */
static void
restored_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  VslStoreThread *thread = g_task_get_task_data (task);
  GError *error = NULL;
  g_autofree char *replaced = g_task_propagate_pointer (G_TASK (result), &error);

  vsl_store_thread_shutdown (thread);
  if (replaced != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, vsl_desk_fault_adopt (error));
}

/**
 * vsl_desk_restore_backup_async:
 * @data_dir: a data directory on which no desk is open
 * @path: a backup
 * @now: the time, µs since 1970 UTC
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Checks a backup and puts it in the place of the articles. What was there is kept beside the backups,
 * and can be put back likewise.
 */
void
vsl_desk_restore_backup_async (const char          *data_dir,
                               const char          *path,
                               gint64               now,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  GTask *task = g_task_new (NULL, NULL, callback, user_data);
  g_autoptr(GTask) inner = g_task_new (NULL, NULL, restored_cb, task);
  VslStoreThread *thread = vsl_store_thread_new ("vsl-restore");
  Restoration *restoration = g_new (Restoration, 1);

  *restoration = (Restoration) { g_strdup (data_dir), g_strdup (path), now };
  g_task_set_source_tag (task, vsl_desk_restore_backup_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, thread, (GDestroyNotify) vsl_store_thread_unref);
  g_task_set_check_cancellable (inner, FALSE);
  if (!vsl_store_thread_push_task (thread, inner, run_restoration, restoration,
                                   (GDestroyNotify) restoration_free, g_free))
    g_assert_not_reached ();
}

/**
 * vsl_desk_restore_backup_finish:
 * @result: the result
 * @error: return location
 *
 * Returns: whether the articles are those of the backup. If not, they are as they were. Errors:
 *   %VSL_DESK_ERROR_STORE with the words `locked`, `corrupt`, `foreign`, `too-new`, `full`
 */
gboolean
vsl_desk_restore_backup_finish (GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
