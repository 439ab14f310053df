/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-transcript.h"

G_BEGIN_DECLS

#define VSL_TRANSCRIPT_ERROR (vsl_transcript_error_quark ())
GQuark vsl_transcript_error_quark (void);

typedef enum
{
  VSL_TRANSCRIPT_ERROR_UNKNOWN_FORMAT,
  VSL_TRANSCRIPT_ERROR_MALFORMED, /* the message names the line */
  VSL_TRANSCRIPT_ERROR_TOO_LARGE,
  VSL_TRANSCRIPT_ERROR_EMPTY      /* read, but nobody says anything in it */
} VslTranscriptError;

const char * const *vsl_transcript_reader_get_formats (void);
VslTranscript      *vsl_transcript_read               (GBytes              *bytes,
                                                       const char          *name,
                                                       const char          *format,
                                                       const char * const  *known_speakers,
                                                       GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
