/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-transcript-index.h"

G_BEGIN_DECLS

#define VSL_TYPE_TRANSCRIPT_SEARCH (vsl_transcript_search_get_type ())
G_DECLARE_FINAL_TYPE (VslTranscriptSearch, vsl_transcript_search, VSL, TRANSCRIPT_SEARCH, GObject)

VslTranscriptSearch *vsl_transcript_search_new        (void) G_GNUC_WARN_UNUSED_RESULT;
void                 vsl_transcript_search_set_index  (VslTranscriptSearch *self,
                                                       VslTranscriptIndex  *index);
void                 vsl_transcript_search_look       (VslTranscriptSearch *self,
                                                       const char          *query,
                                                       const char          *speaker);
guint                vsl_transcript_search_count      (VslTranscriptSearch *self);
int                  vsl_transcript_search_get_number (VslTranscriptSearch *self,
                                                       guint                place);
int                  vsl_transcript_search_step       (VslTranscriptSearch *self,
                                                       guint                place,
                                                       int                  step);
int                  vsl_transcript_search_find_time  (VslTranscriptSearch *self,
                                                       gint64               ms);

G_END_DECLS
