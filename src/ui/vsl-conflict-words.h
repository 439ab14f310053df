/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What people read of two versions that are compared. */

char *vsl_conflict_words_dup_differences (GPtrArray *diffs) G_GNUC_WARN_UNUSED_RESULT;
char *vsl_conflict_words_dup_merged      (guint      n_open) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
