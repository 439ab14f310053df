/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-transcript.h"
#include "desk/vsl-debate-document.h"

G_BEGIN_DECLS

GHashTable *vsl_desk_place_pad (VslDebateDocument *document,
                                VslTranscript     *transcript) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
