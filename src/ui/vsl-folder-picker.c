/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-folder-picker.h"

#include <glib/gi18n.h>

static void
responded_cb (GtkNativeDialog *dialog,
              int              response,
              gpointer         user_data)
{
  g_autoptr(GTask) task = user_data;
  GFile *folder = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    folder = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

  if (folder != NULL)
    g_task_return_pointer (task, folder, g_object_unref);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "No folder was chosen");
}

/**
 * vsl_folder_picker_choose_async:
 * @parent: (nullable): the window that waits
 * @title: (nullable): the title of the dialog, translated
 * @cancellable: (nullable): gives up; the dialog is left to the person at the keyboard
 * @callback: called when a folder was chosen, or none
 * @user_data: for @callback
 *
 * Asks for a folder.
 */
void
vsl_folder_picker_choose_async (GtkWindow           *parent,
                                const char          *title,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  GtkFileChooserNative *dialog;

  g_return_if_fail (parent == NULL || GTK_IS_WINDOW (parent));

  g_task_set_source_tag (task, vsl_folder_picker_choose_async);
  dialog = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
                                        _("_Choose"), _("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  /* Nobody else keeps a native dialog alive while it is open. */
  g_task_set_task_data (task, dialog, g_object_unref);
  g_signal_connect (dialog, "response", G_CALLBACK (responded_cb), g_object_ref (task));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/**
 * vsl_folder_picker_choose_finish:
 * @result: the result
 * @error: return location for an error; %G_IO_ERROR_CANCELLED when no folder was chosen
 *
 * Returns: (transfer full) (nullable): the folder
 */
GFile *
vsl_folder_picker_choose_finish (GAsyncResult  *result,
                                 GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
