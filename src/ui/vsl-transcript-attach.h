/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-transcript.h"
#include "desk/vsl-debate-document.h"
#include "desk/vsl-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks for a file and keeps it as the transcript of a debate; nothing waits for the disk. Answers NULL
 * without an error when the person chose nothing. */
void           vsl_transcript_attach_async  (GtkWindow           *parent,
                                             VslDesk             *desk,
                                             VslDebateDocument   *document,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data);
VslTranscript *vsl_transcript_attach_finish (GAsyncResult        *result,
                                             GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
