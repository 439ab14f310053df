/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-utterance.h"
#include "store/vsl-statement.h"

G_BEGIN_DECLS

/* The columns of an utterance, in the order in which vsl_utterance_row_read() wants them. */
#define VSL_UTTERANCE_COLUMNS \
  "u.id, u.start_ms, u.end_ms, u.speaker, u.text, u.off_the_record, u.off_parts"

VslUtterance *vsl_utterance_row_read      (VslStatement *row) G_GNUC_WARN_UNUSED_RESULT;
char         *vsl_utterance_row_dup_parts (VslUtterance *utterance) G_GNUC_WARN_UNUSED_RESULT;
GArray       *vsl_utterance_row_read_parts (const char  *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
