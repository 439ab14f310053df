/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib.h>

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

G_END_DECLS
