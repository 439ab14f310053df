/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-embargo.h"
#include "core/vsl-review.h"

G_BEGIN_DECLS

/* How passages can be sent, by the names that are kept; another way is kept as it was written. */
extern const char *const vsl_review_channels[];

/* The sentences of reviews, in the language of the user. */
const char *vsl_review_words_state       (VslReviewState  state);
char       *vsl_review_words_status      (VslReview      *review,
                                          gint64          now) G_GNUC_WARN_UNUSED_RESULT;
char       *vsl_review_words_step        (VslReviewStep  *step) G_GNUC_WARN_UNUSED_RESULT;
char       *vsl_review_words_history     (GPtrArray      *steps) G_GNUC_WARN_UNUSED_RESULT;
char       *vsl_review_words_outstanding (VslReview      *review,
                                          gint64          now) G_GNUC_WARN_UNUSED_RESULT;
char       *vsl_review_words_obstacle    (VslReview      *review,
                                          VslReviewWhat   what) G_GNUC_WARN_UNUSED_RESULT;
const char *vsl_review_words_channel     (const char     *channel);
char       *vsl_review_words_embargo     (const VslEmbargo *embargo,
                                          gint64          now) G_GNUC_WARN_UNUSED_RESULT;
char       *vsl_review_words_moment      (gint64          at) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
