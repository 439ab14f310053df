/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "debate/vsl-transcript-draft.h"

G_BEGIN_DECLS

gboolean vsl_transcript_tsv_read  (VslTranscriptDraft  *draft,
                                   char               **lines,
                                   GError             **error);
gboolean vsl_transcript_json_read (VslTranscriptDraft  *draft,
                                   GBytes              *bytes,
                                   GError             **error);

G_END_DECLS
