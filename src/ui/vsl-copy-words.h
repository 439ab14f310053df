/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-desk-outbox.h"

G_BEGIN_DECLS

/* How an article stands on a site, in a few words for a row. */

const char *vsl_copy_words_get_status     (VslRemoteStatus  status);
const char *vsl_copy_words_get_comparison (VslComparison    comparison);
char       *vsl_copy_words_dup_state      (VslOutboxRow    *row,
                                           gboolean         changed_here) G_GNUC_WARN_UNUSED_RESULT;
const char *vsl_copy_words_get_icon       (VslOutboxRow    *row);

G_END_DECLS
