/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "debate/vsl-transcript-draft.h"

G_BEGIN_DECLS

gboolean vsl_transcript_minutes_read (VslTranscriptDraft  *draft,
                                      char               **lines,
                                      GError             **error);

G_END_DECLS
