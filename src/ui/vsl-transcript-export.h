/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-debate-document.h"
#include "desk/vsl-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks for a file and writes the transcript of a debate into it, without what is off the record. Done
 * without an error too when the person chose nothing. */
void     vsl_transcript_export_async  (GtkWindow           *parent,
                                       VslDesk             *desk,
                                       VslDebateDocument   *document,
                                       const char          *format,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data);
gboolean vsl_transcript_export_finish (GAsyncResult        *result,
                                       GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
