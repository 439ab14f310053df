/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "debate/vsl-transcript-draft.h"

G_BEGIN_DECLS

gboolean vsl_transcript_tei_read (VslTranscriptDraft  *draft,
                                  const char          *text,
                                  GError             **error);

G_END_DECLS
