/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "debate/vsl-transcript-draft.h"

G_BEGIN_DECLS

void vsl_transcript_labels_find (VslTranscriptDraft *draft);

G_END_DECLS
