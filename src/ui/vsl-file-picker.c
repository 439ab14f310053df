/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-file-picker.h"

#include <glib/gi18n.h>

/* A native dialog belongs to nobody: the task keeps it until it is answered. */
static void
response_cb (GtkNativeDialog *dialog,
             int              response,
             gpointer         data)
{
  g_autoptr(GTask) task = data;
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (dialog);

  if (response != GTK_RESPONSE_ACCEPT)
    g_task_return_pointer (task, NULL, NULL);
  else if (gtk_file_chooser_get_action (chooser) == GTK_FILE_CHOOSER_ACTION_SAVE)
    g_task_return_pointer (task, gtk_file_chooser_get_file (chooser), g_object_unref);
  else
    g_task_return_pointer (task, gtk_file_chooser_get_files (chooser), g_object_unref);
}

static void
show (GtkFileChooserNative *dialog,
      gpointer              source_tag,
      GAsyncReadyCallback   callback,
      gpointer              user_data)
{
  GTask *task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_source_tag (task, source_tag);
  g_task_set_task_data (task, dialog, g_object_unref);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
add_filter (GtkFileChooser     *chooser,
            const char         *name,
            const char * const *suffixes)
{
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (; suffixes != NULL && *suffixes != NULL; suffixes++)
    gtk_file_filter_add_suffix (filter, *suffixes);
  if (suffixes == NULL)
    gtk_file_filter_add_pattern (filter, "*");
  gtk_file_chooser_add_filter (chooser, filter);
}

/**
 * vsl_file_picker_open_async:
 * @parent: the window that asks
 *
 * Lets the person choose one or more files to open.
 */
void
vsl_file_picker_open_async (GtkWindow           *parent,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  static const char *const articles[] = { "txt", "md", "markdown", NULL };
  GtkFileChooserNative *dialog =
    gtk_file_chooser_native_new (_("Open articles"), parent, GTK_FILE_CHOOSER_ACTION_OPEN,
                                 _("_Open"), _("_Cancel"));

  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), TRUE);
  add_filter (GTK_FILE_CHOOSER (dialog), _("Text and Markdown"), articles);
  add_filter (GTK_FILE_CHOOSER (dialog), _("All files"), NULL);
  show (dialog, vsl_file_picker_open_async, callback, user_data);
}

/**
 * vsl_file_picker_open_transcript_async:
 * @parent: the window that asks
 *
 * Lets the person choose one transcript; vsl_file_picker_open_finish() answers.
 */
void
vsl_file_picker_open_transcript_async (GtkWindow           *parent,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data)
{
  static const char *const transcripts[] = { "vtt", "srt", "sbv", "tsv", "json", "txt", "docx", "xml",
                                             "md", NULL };
  GtkFileChooserNative *dialog =
    gtk_file_chooser_native_new (_("Attach a transcript"), parent, GTK_FILE_CHOOSER_ACTION_OPEN,
                                 _("_Open"), _("_Cancel"));

  add_filter (GTK_FILE_CHOOSER (dialog), _("Transcripts"), transcripts);
  add_filter (GTK_FILE_CHOOSER (dialog), _("All files"), NULL);
  show (dialog, vsl_file_picker_open_async, callback, user_data);
}

/**
 * vsl_file_picker_open_recording_async:
 * @parent: the window that asks
 *
 * Lets the person choose a recording; vsl_file_picker_open_finish() answers.
 */
void
vsl_file_picker_open_recording_async (GtkWindow           *parent,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data)
{
  GtkFileChooserNative *dialog =
    gtk_file_chooser_native_new (_("Choose recording"), parent, GTK_FILE_CHOOSER_ACTION_OPEN,
                                 _("_Open"), _("_Cancel"));

  show (dialog, vsl_file_picker_open_async, callback, user_data);
}

/**
 * vsl_file_picker_open_finish:
 *
 * Returns: (transfer full) (nullable): a list of GFile; %NULL when nothing was chosen
 */
GListModel *
vsl_file_picker_open_finish (GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, vsl_file_picker_open_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * vsl_file_picker_save_async:
 * @parent: the window that asks
 * @name: the file name that is proposed
 *
 * Lets the person choose where to write a file. The dialog asks before an existing one is replaced.
 */
void
vsl_file_picker_save_async (GtkWindow           *parent,
                            const char          *name,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  GtkFileChooserNative *dialog =
    gtk_file_chooser_native_new (_("Export article"), parent, GTK_FILE_CHOOSER_ACTION_SAVE,
                                 _("_Export"), _("_Cancel"));

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  show (dialog, vsl_file_picker_save_async, callback, user_data);
}

/**
 * vsl_file_picker_save_transcript_async:
 * @parent: the window that asks
 * @name: the file name that is proposed
 *
 * Lets the person choose where to write a transcript; vsl_file_picker_save_finish() answers.
 */
void
vsl_file_picker_save_transcript_async (GtkWindow           *parent,
                                       const char          *name,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data)
{
  GtkFileChooserNative *dialog =
    gtk_file_chooser_native_new (_("Export transcript"), parent, GTK_FILE_CHOOSER_ACTION_SAVE,
                                 _("_Export"), _("_Cancel"));

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  show (dialog, vsl_file_picker_save_async, callback, user_data);
}

/**
 * vsl_file_picker_save_finish:
 *
 * Returns: (transfer full) (nullable): the file to write; %NULL when none was chosen
 */
GFile *
vsl_file_picker_save_finish (GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, vsl_file_picker_save_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
