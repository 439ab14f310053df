/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-transcript-index.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * Signals: "selected" and "activated" (the selected utterance may have changed; somebody pressed
 * Return on it or clicked it twice), "collected" (another utterance is, or is no more, to be quoted).
 */
#define VSL_TYPE_TRANSCRIPT_LIST (vsl_transcript_list_get_type ())
G_DECLARE_FINAL_TYPE (VslTranscriptList, vsl_transcript_list, VSL, TRANSCRIPT_LIST, AdwBin)

GtkWidget    *vsl_transcript_list_new            (void) G_GNUC_WARN_UNUSED_RESULT;
void          vsl_transcript_list_set_transcript (VslTranscriptList *self,
                                                  VslTranscript     *transcript);
void          vsl_transcript_list_set_notes      (VslTranscriptList *self,
                                                  GHashTable        *notes);
void          vsl_transcript_list_set_query      (VslTranscriptList *self,
                                                  const char        *query);
void          vsl_transcript_list_set_speaker    (VslTranscriptList *self,
                                                  const char        *speaker);
void          vsl_transcript_list_set_spoken     (VslTranscriptList *self,
                                                  VslUtterance      *utterance);
VslUtterance *vsl_transcript_list_get_selected   (VslTranscriptList *self);
guint         vsl_transcript_list_get_place      (VslTranscriptList *self);
gboolean      vsl_transcript_list_select         (VslTranscriptList *self,
                                                  const char        *utterance_id);
GPtrArray    *vsl_transcript_list_dup_collected  (VslTranscriptList *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
