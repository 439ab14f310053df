/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-sentences.h"

G_BEGIN_DECLS

/* A passage between quotation marks. */
typedef struct
{
  VslByteSpan outer; /* with the marks */
  VslByteSpan inner; /* without them */
  gboolean repaired; /* a mark is missing or too many */
} VslQuotedSpan;

GArray *vsl_quotation_marks_scan (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
