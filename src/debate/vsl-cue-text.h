/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "debate/vsl-transcript-draft.h"

G_BEGIN_DECLS

char *vsl_cue_text_decode (const char         *raw) G_GNUC_WARN_UNUSED_RESULT;
void  vsl_cue_text_add    (VslTranscriptDraft *draft,
                           const char         *raw,
                           const char         *id,
                           guint               line,
                           gint64              start_ms,
                           gint64              end_ms);

G_END_DECLS
