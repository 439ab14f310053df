/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-suggestion.h"
#include "core/vsl-transcript.h"

G_BEGIN_DECLS

GArray *vsl_suggestions_make (VslTranscript *transcript,
                              const char    *language,
                              const char    *chair,
                              guint          per_speaker) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
