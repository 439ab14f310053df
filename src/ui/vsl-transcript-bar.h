/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "ui/vsl-transcript-list.h"

G_BEGIN_DECLS

#define VSL_TYPE_TRANSCRIPT_BAR (vsl_transcript_bar_get_type ())
G_DECLARE_FINAL_TYPE (VslTranscriptBar, vsl_transcript_bar, VSL, TRANSCRIPT_BAR, GtkWidget)

void vsl_transcript_bar_set_list       (VslTranscriptBar   *self,
                                        VslTranscriptList  *list);
void vsl_transcript_bar_set_transcript (VslTranscriptBar   *self,
                                        VslTranscript      *transcript);
void vsl_transcript_bar_set_index      (VslTranscriptBar   *self,
                                        VslTranscriptIndex *index);
void vsl_transcript_bar_go_to          (VslTranscriptBar   *self,
                                        const char         *utterance_id);
void vsl_transcript_bar_step           (VslTranscriptBar   *self,
                                        int                 step);
int  vsl_transcript_bar_find_time      (VslTranscriptBar   *self,
                                        gint64              ms);
void vsl_transcript_bar_find           (VslTranscriptBar   *self);
void vsl_transcript_bar_ask_time       (VslTranscriptBar   *self);

G_END_DECLS
