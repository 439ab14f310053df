/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-transcript.h"

G_BEGIN_DECLS

/* (element-type VslUtterance) what becomes of the changes that were made by hand. */
GPtrArray *vsl_transcript_carry (VslTranscript  *fresh,
                                 GPtrArray      *before,
                                 GPtrArray      *now,
                                 GPtrArray     **lost) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
