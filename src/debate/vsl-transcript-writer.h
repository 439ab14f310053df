/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-transcript.h"

G_BEGIN_DECLS

typedef enum
{
  VSL_TRANSCRIPT_VTT,
  VSL_TRANSCRIPT_SRT,
  VSL_TRANSCRIPT_TEI,
  VSL_TRANSCRIPT_MARKDOWN,
  VSL_TRANSCRIPT_TEXT,
  VSL_N_TRANSCRIPT_FORMATS
} VslTranscriptFormat;

gboolean vsl_transcript_format_from_name (const char          *name,
                                          VslTranscriptFormat *format) G_GNUC_WARN_UNUSED_RESULT;
char    *vsl_transcript_write            (VslTranscript       *transcript,
                                          VslTranscriptFormat  format,
                                          const char          *title,
                                          const char          *language,
                                          const char          *chair) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
