/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-desk.h"
#include "ui/vsl-transcript-editor.h"
#include "ui/vsl-transcript-list.h"

G_BEGIN_DECLS

#define VSL_TYPE_TRANSCRIPT_QUOTING (vsl_transcript_quoting_get_type ())
G_DECLARE_FINAL_TYPE (VslTranscriptQuoting, vsl_transcript_quoting, VSL, TRANSCRIPT_QUOTING,
                      GtkWidget)

void vsl_transcript_quoting_set_source (VslTranscriptQuoting *self,
                                        VslTranscriptList    *list,
                                        VslTranscriptEditor  *editor);
void vsl_transcript_quoting_set_debate (VslTranscriptQuoting *self,
                                        VslDesk              *desk,
                                        const char           *debate_id);

G_END_DECLS
