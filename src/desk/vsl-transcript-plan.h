/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-transcript.h"

G_BEGIN_DECLS

/* What attaching a transcript will do, or did. Never changes. */
#define VSL_TYPE_TRANSCRIPT_PLAN (vsl_transcript_plan_get_type ())
G_DECLARE_FINAL_TYPE (VslTranscriptPlan, vsl_transcript_plan, VSL, TRANSCRIPT_PLAN, GObject)

VslTranscriptPlan  *vsl_transcript_plan_new            (VslTranscript      *transcript,
                                                        const char * const *map,
                                                        gboolean            replaces,
                                                        GPtrArray          *carried,
                                                        GPtrArray          *lost) G_GNUC_WARN_UNUSED_RESULT;
VslTranscript      *vsl_transcript_plan_get_transcript (VslTranscriptPlan  *self);
const char * const *vsl_transcript_plan_get_map        (VslTranscriptPlan  *self);
gboolean            vsl_transcript_plan_get_replaces   (VslTranscriptPlan  *self);
GPtrArray          *vsl_transcript_plan_get_carried    (VslTranscriptPlan  *self);
GPtrArray          *vsl_transcript_plan_get_lost       (VslTranscriptPlan  *self);

G_END_DECLS
