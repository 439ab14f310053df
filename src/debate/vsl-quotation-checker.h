/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-article.h"
#include "core/vsl-quotation-report.h"
#include "core/vsl-transcript.h"

G_BEGIN_DECLS

/**
 * VslQuotationChecker:
 *
 * Checks the quotations of one article against one transcript, again and again while it is written.
 * One thread at a time.
 */
typedef struct _VslQuotationChecker VslQuotationChecker;

VslQuotationChecker *vsl_quotation_checker_new   (VslTranscript       *transcript) G_GNUC_WARN_UNUSED_RESULT;
void                 vsl_quotation_checker_free  (VslQuotationChecker *self);
VslQuotationReport  *vsl_quotation_checker_run   (VslQuotationChecker *self,
                                                  VslArticle          *article,
                                                  GCancellable        *cancellable) G_GNUC_WARN_UNUSED_RESULT;
VslQuotationReport  *vsl_quotation_checker_check (VslArticle          *article,
                                                  VslTranscript       *transcript) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VslQuotationChecker, vsl_quotation_checker_free)

G_END_DECLS
