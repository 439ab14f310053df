/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The dialogs that choose a file, with the face that GTK's own have had since 4.10. Both answer
 * NULL without an error when the person chose nothing. */
void        vsl_file_picker_open_async  (GtkWindow           *parent,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data);
void        vsl_file_picker_open_transcript_async (GtkWindow           *parent,
                                                   GAsyncReadyCallback  callback,
                                                   gpointer             user_data);
void        vsl_file_picker_open_recording_async (GtkWindow           *parent,
                                                  GAsyncReadyCallback  callback,
                                                  gpointer             user_data);
GListModel *vsl_file_picker_open_finish (GAsyncResult        *result,
                                         GError             **error) G_GNUC_WARN_UNUSED_RESULT;
void        vsl_file_picker_save_async  (GtkWindow           *parent,
                                         const char          *name,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data);
void        vsl_file_picker_save_transcript_async (GtkWindow           *parent,
                                                   const char          *name,
                                                   GAsyncReadyCallback  callback,
                                                   gpointer             user_data);
GFile      *vsl_file_picker_save_finish (GAsyncResult        *result,
                                         GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
