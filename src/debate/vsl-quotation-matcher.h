/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-quotation.h"
#include "core/vsl-transcript.h"

G_BEGIN_DECLS

/**
 * VslQuotationMatcher:
 *
 * A transcript made ready for holding many quotations against it. After it is made it is only read:
 * any thread, also several at once.
 */
typedef struct _VslQuotationMatcher VslQuotationMatcher;

VslQuotationMatcher *vsl_quotation_matcher_new   (VslTranscript       *transcript) G_GNUC_WARN_UNUSED_RESULT;
void                 vsl_quotation_matcher_free  (VslQuotationMatcher *self);
VslMatch            *vsl_quotation_matcher_match (VslQuotationMatcher *self,
                                                  const char          *text,
                                                  const char          *speaker) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VslQuotationMatcher, vsl_quotation_matcher_free)

G_END_DECLS
