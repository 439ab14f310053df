/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-utterance.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Signal "store" (VslUtterance): this is what the utterance of that id should be from now on. */
#define VSL_TYPE_TRANSCRIPT_EDITOR (vsl_transcript_editor_get_type ())
G_DECLARE_FINAL_TYPE (VslTranscriptEditor, vsl_transcript_editor, VSL, TRANSCRIPT_EDITOR, GtkWidget)

GtkWidget *vsl_transcript_editor_new           (void) G_GNUC_WARN_UNUSED_RESULT;
void       vsl_transcript_editor_set_utterance (VslTranscriptEditor *self,
                                                VslUtterance        *utterance);
void       vsl_transcript_editor_set_speaker   (VslTranscriptEditor *self,
                                                const char          *speaker);
void       vsl_transcript_editor_flush         (VslTranscriptEditor *self);
void       vsl_transcript_editor_toggle_record (VslTranscriptEditor *self);
char      *vsl_transcript_editor_dup_words     (VslTranscriptEditor *self) G_GNUC_WARN_UNUSED_RESULT;
void       vsl_transcript_editor_set_error     (VslTranscriptEditor *self,
                                                const char          *message);

G_END_DECLS
