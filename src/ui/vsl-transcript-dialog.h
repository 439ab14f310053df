/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define VSL_TYPE_TRANSCRIPT_DIALOG (vsl_transcript_dialog_get_type ())
G_DECLARE_FINAL_TYPE (VslTranscriptDialog, vsl_transcript_dialog, VSL, TRANSCRIPT_DIALOG, AdwWindow)

GtkWidget *vsl_transcript_dialog_new (VslDesk      *desk,
                                      VslDocument  *document,
                                      GBytes       *bytes,
                                      const char   *name,
                                      GError      **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
