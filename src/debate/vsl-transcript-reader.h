/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-transcript.h"
#include "debate/vsl-transcript-error.h"

G_BEGIN_DECLS

const char * const *vsl_transcript_reader_get_formats (void);
VslTranscript      *vsl_transcript_read               (GBytes              *bytes,
                                                       const char          *name,
                                                       const char          *format,
                                                       const char * const  *known_speakers,
                                                       GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
