/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "desk/vsl-check-runner-private.h"
#include "desk/vsl-desk-checks.h"
#include "desk/vsl-desk-people.h"
#include "desk/vsl-desk-private.h"
#include "desk/vsl-desk-reviews.h"

static void
find_contact (GTask *task)
{
  VslContact *contact = vsl_desk_find_person (g_task_get_source_object (task),
                                              g_task_get_task_data (task), NULL);

  g_task_return_pointer (task, contact, g_object_unref);
}

/**
 * vsl_desk_find_review_contact_async:
 * @self: the desk
 * @name: the whole name of a participant
 * @cancellable: (nullable): what makes the answer superfluous
 * @callback: called with the answer
 * @user_data: for @callback
 *
 * Looks a participant up in the directory, without waiting. Main thread.
 */
void
vsl_desk_find_review_contact_async (VslDesk             *self,
                                    const char          *name,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (VSL_IS_DESK (self) && name != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, vsl_desk_find_review_contact_async);
  g_task_set_task_data (task, g_strdup (name), g_free);
  vsl_check_runner_push (vsl_desk_get_check_runner (self), task, find_contact);
}

/**
 * vsl_desk_find_review_contact_finish:
 * @self: the desk
 * @result: the result
 * @error: return location; only for an answer that nobody wants any more
 *
 * Returns: (transfer full) (nullable): the person; %NULL when it is nobody, or may be several
 */
VslContact *
vsl_desk_find_review_contact_finish (VslDesk       *self,
                                     GAsyncResult  *result,
                                     GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

typedef struct
{
  VslReviewSheet *sheet; /* (owned) */
  char *format;          /* (owned) */
  GFile *file;           /* (owned) */
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  vsl_review_sheet_free (saving->sheet);
  g_free (saving->format);
  g_object_unref (saving->file);
  g_free (saving);
}

static void
save (GTask *task)
{
  Saving *saving = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr(GBytes) bytes = vsl_review_sheet_write (saving->sheet, saving->format, "", &error);
  gboolean saved = bytes != NULL;

  if (saved)
    saved = g_file_replace_contents (saving->file, g_bytes_get_data (bytes, NULL),
                                     g_bytes_get_size (bytes), NULL, FALSE, G_FILE_CREATE_PRIVATE,
                                     NULL, NULL, &error);
  if (saved)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * vsl_desk_save_review_sheet_async:
 * @self: the desk
 * @sheet: (transfer full): a sheet
 * @format: text, markdown, html or pdf
 * @file: where to; one that is there is replaced
 * @callback: called when it is written, or cannot be
 * @user_data: for @callback
 *
 * Writes a sheet to a file that only the user can read, without waiting. Main thread.
 */
void
vsl_desk_save_review_sheet_async (VslDesk             *self,
                                  VslReviewSheet      *sheet,
                                  const char          *format,
                                  GFile               *file,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  Saving *saving = g_new0 (Saving, 1);
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (VSL_IS_DESK (self) && format != NULL && G_IS_FILE (file));

  saving->sheet = sheet;
  saving->format = g_strdup (format);
  saving->file = g_object_ref (file);
  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, vsl_desk_save_review_sheet_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, saving, saving_free);
  vsl_check_runner_push (vsl_desk_get_check_runner (self), task, save);
}

/**
 * vsl_desk_save_review_sheet_finish:
 * @self: the desk
 * @result: the result
 * @error: return location
 *
 * Returns: whether it was written
 */
gboolean
vsl_desk_save_review_sheet_finish (VslDesk       *self,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
