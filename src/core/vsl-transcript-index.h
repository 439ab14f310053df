/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-transcript.h"

G_BEGIN_DECLS

#define VSL_TYPE_TRANSCRIPT_INDEX (vsl_transcript_index_get_type ())
G_DECLARE_FINAL_TYPE (VslTranscriptIndex, vsl_transcript_index, VSL, TRANSCRIPT_INDEX, GObject)

VslTranscriptIndex *vsl_transcript_index_new            (VslTranscript       *transcript) G_GNUC_WARN_UNUSED_RESULT;
VslTranscript      *vsl_transcript_index_get_transcript (VslTranscriptIndex  *self);
GArray             *vsl_transcript_index_find           (VslTranscriptIndex  *self,
                                                         const char * const  *words,
                                                         const char          *speaker) G_GNUC_WARN_UNUSED_RESULT;
int                 vsl_transcript_index_find_time      (VslTranscriptIndex  *self,
                                                         gint64               ms);

G_END_DECLS
