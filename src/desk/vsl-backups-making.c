/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "config.h"

#include "desk/vsl-backups-private.h"

#include "desk/vsl-desk-fault.h"

/* Backups and checks that somebody asks for. */

static void
made_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  VslBackups *self = g_task_get_source_object (task);
  GError *error = NULL;
  char *path = vsl_keeper_backup_finish (VSL_KEEPER (object), result, &error);

  if (path == NULL)
    error = vsl_desk_fault_adopt (error);
  vsl_backups_set_problem (self, error != NULL ? error->message : NULL);
  vsl_backups_add_running (self, -1);
  if (path != NULL)
    g_task_return_pointer (task, path, g_free);
  else
    g_task_return_error (task, error);
}

/**
 * vsl_backups_make_async:
 * @self: the backups
 * @callback: called when it is made, or could not be
 * @user_data: for @callback
 *
 * Makes a backup now, reads it back, and drops those that are too old.
 */
void
vsl_backups_make_async (VslBackups          *self,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (VSL_IS_BACKUPS (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, vsl_backups_make_async);
  g_task_set_check_cancellable (task, FALSE);
  vsl_backups_add_running (self, 1);
  vsl_keeper_backup_async (self->keeper, vsl_backups_get_now (self), made_cb, task);
}

/**
 * vsl_backups_make_finish:
 * @self: the backups
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full): the path of the backup
 */
char *
vsl_backups_make_finish (VslBackups    *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * vsl_backups_write:
 * @self: the backups
 * @path: where it goes; a file there is replaced once the backup is whole
 * @error: return location
 *
 * Makes a backup elsewhere, and waits.
 *
 * Returns: whether it stands
 */
gboolean
vsl_backups_write (VslBackups  *self,
                   const char  *path,
                   GError     **error)
{
  g_autoptr(GError) local_error = NULL;

  g_return_val_if_fail (VSL_IS_BACKUPS (self), FALSE);

  if (vsl_keeper_backup_to (self->keeper, path, &local_error))
    return TRUE;

  vsl_desk_fault_propagate (error, g_steal_pointer (&local_error));

  return FALSE;
}

static void
checked_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  VslBackups *self = g_task_get_source_object (task);
  GError *error = NULL;
  GPtrArray *problems = vsl_keeper_check_finish (VSL_KEEPER (object), result, &error);

  vsl_backups_add_running (self, -1);
  if (problems != NULL)
    g_task_return_pointer (task, problems, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, vsl_desk_fault_adopt (error));
}

/**
 * vsl_backups_check_async:
 * @self: the backups
 * @callback: called with the answer
 * @user_data: for @callback
 *
 * Checks everything that is stored.
 */
void
vsl_backups_check_async (VslBackups          *self,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (VSL_IS_BACKUPS (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, vsl_backups_check_async);
  vsl_backups_add_running (self, 1);
  vsl_keeper_check_async (self->keeper, checked_cb, task);
}

/**
 * vsl_backups_check_finish:
 * @self: the backups
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full) (element-type utf8): what is wrong, a translated sentence each
 */
GPtrArray *
vsl_backups_check_finish (VslBackups    *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * vsl_backups_check:
 * @self: the backups
 * @error: return location
 *
 * As vsl_backups_check_async(), and waits.
 *
 * Returns: (transfer full) (element-type utf8): what is wrong
 */
GPtrArray *
vsl_backups_check (VslBackups  *self,
                   GError     **error)
{
  g_autoptr(GError) local_error = NULL;
  GPtrArray *problems;

  g_return_val_if_fail (VSL_IS_BACKUPS (self), NULL);

  problems = vsl_keeper_check (self->keeper, &local_error);
  if (problems == NULL)
    vsl_desk_fault_propagate (error, g_steal_pointer (&local_error));

  return problems;
}
