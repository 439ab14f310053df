/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-debate-document.h"
#include "desk/vsl-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The transcript of a debate. Property "document" (VslDebateDocument, nullable). */
#define VSL_TYPE_TRANSCRIPT_PAGE (vsl_transcript_page_get_type ())
G_DECLARE_FINAL_TYPE (VslTranscriptPage, vsl_transcript_page, VSL, TRANSCRIPT_PAGE, AdwBin)

GtkWidget *vsl_transcript_page_new            (void) G_GNUC_WARN_UNUSED_RESULT;
void       vsl_transcript_page_set_desk       (VslTranscriptPage *self,
                                               VslDesk           *desk);
void       vsl_transcript_page_find           (VslTranscriptPage *self);
void       vsl_transcript_page_show_utterance (VslTranscriptPage *self,
                                               const char        *utterance_id);

G_END_DECLS
