/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-transcript.h"

G_BEGIN_DECLS

GArray *vsl_statement_places_find (VslTranscript      *transcript,
                                   const char * const *statements) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
