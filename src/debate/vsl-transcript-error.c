/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-debate"

#include "debate/vsl-transcript-error.h"

G_DEFINE_QUARK (vsl-transcript-error-quark, vsl_transcript_error)
