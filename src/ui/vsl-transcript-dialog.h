/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-article.h"
#include "desk/vsl-transcript-plan.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Signal "attach": somebody agrees; then it closes. */
#define VSL_TYPE_TRANSCRIPT_DIALOG (vsl_transcript_dialog_get_type ())
G_DECLARE_FINAL_TYPE (VslTranscriptDialog, vsl_transcript_dialog, VSL, TRANSCRIPT_DIALOG, AdwWindow)

GtkWidget  *vsl_transcript_dialog_new     (VslArticle          *article,
                                           VslTranscriptPlan   *plan,
                                           const char          *name) G_GNUC_WARN_UNUSED_RESULT;
char      **vsl_transcript_dialog_dup_map (VslTranscriptDialog *self) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray  *vsl_transcript_dialog_dup_new (VslTranscriptDialog *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
