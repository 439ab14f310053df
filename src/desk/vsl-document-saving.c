/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "desk/vsl-document-private.h"

/**
 * vsl_document_get_dirty:
 * @self: the document
 *
 * Returns: whether something on the screen is not on the disk
 */
gboolean
vsl_document_get_dirty (VslDocument *self)
{
  g_return_val_if_fail (VSL_IS_DOCUMENT (self), FALSE);

  return vsl_journal_get_dirty (self->journal);
}

/**
 * vsl_document_get_save_state:
 * @self: the document
 *
 * Returns: how the saving stands
 */
VslSaveState
vsl_document_get_save_state (VslDocument *self)
{
  g_return_val_if_fail (VSL_IS_DOCUMENT (self), VSL_SAVE_SAVED);

  return vsl_journal_get_state (self->journal);
}

/**
 * vsl_document_get_save_error:
 * @self: the document
 *
 * Returns: (nullable): why the last save failed and where the text is meanwhile, translated
 */
const char *
vsl_document_get_save_error (VslDocument *self)
{
  g_return_val_if_fail (VSL_IS_DOCUMENT (self), NULL);

  return vsl_journal_get_message (self->journal);
}

/**
 * vsl_document_get_change_count:
 * @self: the document
 *
 * Returns: the number of changes since it was opened
 */
guint64
vsl_document_get_change_count (VslDocument *self)
{
  g_return_val_if_fail (VSL_IS_DOCUMENT (self), 0);

  return vsl_journal_get_change_count (self->journal);
}

/**
 * vsl_document_save:
 * @self: the document
 * @error: return location
 *
 * Saves now, and waits for the disk. For the desk.
 *
 * Returns: whether all that is on the screen is on the disk
 */
gboolean
vsl_document_save (VslDocument  *self,
                   GError      **error)
{
  g_autoptr(VslDocument) keep = NULL;

  g_return_val_if_fail (VSL_IS_DOCUMENT (self), FALSE);

  keep = g_object_ref (self);

  return vsl_journal_flush (self->journal, error);
}

static void
journal_flushed_cb (GObject      *object,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;

  if (vsl_journal_flush_finish (VSL_JOURNAL (object), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * vsl_document_save_async:
 * @self: the document
 * @callback: (nullable): called when it is saved, or when that failed
 * @user_data: for @callback
 *
 * Saves now what is not saved yet.
 */
void
vsl_document_save_async (VslDocument         *self,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (VSL_IS_DOCUMENT (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, vsl_document_save_async);
  vsl_journal_flush_async (self->journal, journal_flushed_cb, task);
}

/**
 * vsl_document_save_finish:
 * @self: the document
 * @result: the result
 * @error: return location
 *
 * Returns: whether the disk has all that was on the screen at the call
 */
gboolean
vsl_document_save_finish (VslDocument   *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
