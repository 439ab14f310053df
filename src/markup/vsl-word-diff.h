/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-diff.h"

G_BEGIN_DECLS

GPtrArray *vsl_word_diff       (const char *before,
                                const char *after) G_GNUC_WARN_UNUSED_RESULT;
void       vsl_word_diff_count (GPtrArray  *parts,
                                guint      *inserted,
                                guint      *deleted);
GPtrArray *vsl_word_diff_fold  (GPtrArray  *parts,
                                const char *fold) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
