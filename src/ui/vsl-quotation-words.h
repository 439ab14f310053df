/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-concern.h"

G_BEGIN_DECLS

/* What people read about a quotation, in the language of the interface; and the sign that goes with
 * it, so that colour is never the only difference. */
const char *vsl_quotation_words_get_verdict (VslQuotation   *quotation);
const char *vsl_quotation_words_get_advice  (VslConcern      concern);
const char *vsl_quotation_words_get_icon    (VslQuotation   *quotation);
char       *vsl_quotation_words_dup_speaker (VslQuotation   *quotation) G_GNUC_WARN_UNUSED_RESULT;
char       *vsl_quotation_words_dup_summary (VslQuotation   *quotation) G_GNUC_WARN_UNUSED_RESULT;
char       *vsl_quotation_words_dup_time    (gint64          ms) G_GNUC_WARN_UNUSED_RESULT;
char       *vsl_quotation_words_dup_diff    (const VslMatch *match) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
