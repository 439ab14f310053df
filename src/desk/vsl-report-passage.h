/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-debate.h"
#include "core/vsl-pad.h"
#include "core/vsl-transcript.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Why a passage is offered. */
typedef enum
{
  VSL_PASSAGE_SAID      = 0,
  VSL_PASSAGE_SUGGESTED = 1 << 0, /* it says much of what its speaker said */
  VSL_PASSAGE_MARKED    = 1 << 1  /* somebody called “quote!” on the live pad */
} VslPassageReasons;

/* What somebody said in one go, to be chosen for a report. Immutable. */
#define VSL_TYPE_REPORT_PASSAGE (vsl_report_passage_get_type ())
G_DECLARE_FINAL_TYPE (VslReportPassage, vsl_report_passage, VSL, REPORT_PASSAGE, GObject)

const char        *vsl_report_passage_get_id       (VslReportPassage *self);
const char        *vsl_report_passage_get_speaker  (VslReportPassage *self);
const char        *vsl_report_passage_get_text     (VslReportPassage *self);
const char        *vsl_report_passage_get_theme    (VslReportPassage *self);
gint64             vsl_report_passage_get_start_ms (VslReportPassage *self);
VslPassageReasons  vsl_report_passage_get_reasons  (VslReportPassage *self);

/* All that was said, and may be used, in the order of the debate. */
GPtrArray         *vsl_report_passages_list        (VslDebate        *debate,
                                                    VslTranscript    *transcript,
                                                    VslPad           *pad) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray         *vsl_report_passages_pick        (VslDebate        *debate,
                                                    VslTranscript    *transcript,
                                                    const char       *ranges,
                                                    GError          **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
