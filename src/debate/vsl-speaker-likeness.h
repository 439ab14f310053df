/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  VSL_LIKENESS_UNKNOWN, /* one of the two says nothing, such as „Speaker 1” */
  VSL_LIKENESS_SAME,
  VSL_LIKENESS_DIFFERENT
} VslLikeness;

VslLikeness vsl_speaker_likeness_compare (const char         *label,
                                          const char         *name);
const char *vsl_speaker_likeness_find    (const char         *label,
                                          const char * const *names);

G_END_DECLS
