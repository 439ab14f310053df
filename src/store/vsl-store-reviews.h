/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-review-step.h"
#include "store/vsl-store.h"

G_BEGIN_DECLS

/* The ledger of reviews. As in vsl-store.h: any thread; the work is done in the store thread. Nothing
 * in it is ever changed or taken out. */
VslReviewStep *vsl_store_add_review_step   (VslStore       *self,
                                            const char     *article_id,
                                            VslReviewStep  *step,
                                            GError        **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray     *vsl_store_list_review_steps (VslStore       *self,
                                            const char     *article_id,
                                            GError        **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
