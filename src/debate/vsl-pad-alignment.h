/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-pad.h"
#include "core/vsl-transcript.h"

G_BEGIN_DECLS

GArray *vsl_pad_alignment_place (GPtrArray     *entries,
                                 VslTranscript *transcript) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
