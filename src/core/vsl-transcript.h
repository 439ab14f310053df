/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-finding.h"
#include "core/vsl-utterance.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define VSL_TYPE_TRANSCRIPT (vsl_transcript_get_type ())
G_DECLARE_FINAL_TYPE (VslTranscript, vsl_transcript, VSL, TRANSCRIPT, GObject)

VslTranscript *vsl_transcript_new              (const char    *format,
                                                GPtrArray     *utterances,
                                                GPtrArray     *warnings) G_GNUC_WARN_UNUSED_RESULT;
const char    *vsl_transcript_get_format       (VslTranscript *self);
guint          vsl_transcript_get_n_utterances (VslTranscript *self);
VslUtterance  *vsl_transcript_get_utterance    (VslTranscript *self,
                                                guint          index);
guint          vsl_transcript_get_n_warnings   (VslTranscript *self);
VslFinding    *vsl_transcript_get_warning      (VslTranscript *self,
                                                guint          index);
char         **vsl_transcript_dup_speakers     (VslTranscript *self) G_GNUC_WARN_UNUSED_RESULT;
gint64         vsl_transcript_get_speaking_ms  (VslTranscript *self,
                                                const char    *speaker);
VslTranscript *vsl_transcript_rename_speaker   (VslTranscript *self,
                                                const char    *label,
                                                const char    *name) G_GNUC_WARN_UNUSED_RESULT;
VslTranscript *vsl_transcript_dup_on_record    (VslTranscript *self) G_GNUC_WARN_UNUSED_RESULT;
VslTranscript *vsl_transcript_replace_utterance (VslTranscript *self,
                                                VslUtterance  *utterance) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
