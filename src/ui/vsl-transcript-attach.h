/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-transcript.h"
#include "desk/vsl-debate-document.h"
#include "desk/vsl-desk.h"
#include "desk/vsl-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Makes a file the transcript of a debate, or of the debate that an article reports on; nothing waits
 * for the disk while it is read. Answers NULL without an error when the person thought better of it. */
void           vsl_transcript_attach_async  (GtkWindow           *parent,
                                             VslDesk             *desk,
                                             VslDebateDocument   *debate,
                                             VslDocument         *article,
                                             GFile               *file,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data);
VslTranscript *vsl_transcript_attach_finish (GAsyncResult        *result,
                                             GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
