/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-review-step.h"

G_BEGIN_DECLS

/**
 * VslReviewNames:
 *
 * Who is who in the ledger of an article, which writes participants as the article did then. Never
 * changes. Any thread.
 */
typedef struct _VslReviewNames VslReviewNames;

VslReviewNames *vsl_review_names_new  (GPtrArray          *steps,
                                       const char * const *present) G_GNUC_WARN_UNUSED_RESULT;
void            vsl_review_names_free (VslReviewNames     *self);
const char     *vsl_review_names_now  (VslReviewNames     *self,
                                       const char         *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VslReviewNames, vsl_review_names_free)

G_END_DECLS
