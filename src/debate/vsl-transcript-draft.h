/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-transcript.h"

G_BEGIN_DECLS

/* What a reader has read of one stretch of speech, before it is joined with its neighbours. */
typedef struct
{
  char *id;      /* (owned) (nullable) as in the file */
  char *speaker; /* (owned) (nullable) */
  char *segment; /* (owned) (nullable) stretches of one segment are one utterance, others never */
  GString *text; /* (owned) */
  gint64 start_ms;
  gint64 end_ms;
  guint line; /* of the file, from 1 */
} VslStretch;

/**
 * VslTranscriptDraft:
 *
 * A transcript that is being read: every reader adds to one, and what is common to all formats
 * (joining, ids) happens when it is finished. One thread.
 */
typedef struct _VslTranscriptDraft VslTranscriptDraft;

VslTranscriptDraft *vsl_transcript_draft_new        (const char          *format,
                                                     const char * const  *known_speakers) G_GNUC_WARN_UNUSED_RESULT;
void                vsl_transcript_draft_free       (VslTranscriptDraft  *self);
void                vsl_transcript_draft_set_format (VslTranscriptDraft  *self,
                                                     const char          *format);
VslStretch         *vsl_transcript_draft_add        (VslTranscriptDraft  *self,
                                                     guint                line,
                                                     gint64               start_ms,
                                                     gint64               end_ms);
VslStretch         *vsl_transcript_draft_get        (VslTranscriptDraft  *self,
                                                     guint                index);
VslStretch         *vsl_transcript_draft_get_last   (VslTranscriptDraft  *self);
guint               vsl_transcript_draft_get_length (VslTranscriptDraft  *self);
void                vsl_transcript_draft_warn       (VslTranscriptDraft  *self,
                                                     guint                line,
                                                     const char          *text,
                                                     const char          *message);
gboolean            vsl_transcript_draft_knows_speaker (VslTranscriptDraft *self,
                                                     const char          *label);
void                vsl_transcript_draft_name_speakers (VslTranscriptDraft *self,
                                                        GHashTable         *names);
VslTranscript      *vsl_transcript_draft_finish     (VslTranscriptDraft  *self) G_GNUC_WARN_UNUSED_RESULT;

void                vsl_stretch_take_speaker        (VslStretch          *self,
                                                     char                *speaker);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VslTranscriptDraft, vsl_transcript_draft_free)

G_END_DECLS
