/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-review-names.h"
#include "core/vsl-review-step.h"

G_BEGIN_DECLS

/* How far the review by one participant is. The names never change. */
typedef enum
{
  VSL_REVIEW_STATE_NONE,
  VSL_REVIEW_STATE_AGREED,
  VSL_REVIEW_STATE_SENT,
  VSL_REVIEW_STATE_REMARKS,
  VSL_REVIEW_STATE_PROCESSED,
  VSL_REVIEW_STATE_CLOSED,
  VSL_REVIEW_STATE_REFUSED,
  VSL_REVIEW_STATE_WITHDRAWN,
  VSL_N_REVIEW_STATES
} VslReviewState;

const char *vsl_review_state_get_name (VslReviewState  state);
gboolean    vsl_review_state_after    (VslReviewState  state,
                                       VslReviewWhat   what,
                                       VslReviewState *after) G_GNUC_WARN_UNUSED_RESULT;

/* A remark, and what became of it. */
typedef struct
{
  VslReviewStep *step;   /* (unowned) of the review */
  VslReviewStep *answer; /* (unowned) (nullable) the last one */
} VslReviewRemark;

#define VSL_TYPE_REVIEW (vsl_review_get_type ())
G_DECLARE_FINAL_TYPE (VslReview, vsl_review, VSL, REVIEW, GObject)

VslReview      *vsl_review_new            (const char    *name,
                                           GPtrArray     *steps,
                                           VslReviewNames *names,
                                           GPtrArray     *passages,
                                           gboolean       present) G_GNUC_WARN_UNUSED_RESULT;
const char     *vsl_review_get_name       (VslReview     *self);
gboolean        vsl_review_get_present    (VslReview     *self);
VslReviewState  vsl_review_get_state      (VslReview     *self);
GPtrArray      *vsl_review_get_steps      (VslReview     *self);
GPtrArray      *vsl_review_get_passages   (VslReview     *self);
GPtrArray      *vsl_review_get_frozen     (VslReview     *self);
VslReviewStep  *vsl_review_get_sent       (VslReview     *self);
GArray         *vsl_review_get_remarks    (VslReview     *self);
guint           vsl_review_count_open     (VslReview     *self);
gboolean        vsl_review_get_changed    (VslReview     *self);
gboolean        vsl_review_get_outstanding (VslReview    *self);
gboolean        vsl_review_can_follow     (VslReview     *self,
                                           VslReviewWhat  what);
gboolean        vsl_review_needs_reason   (VslReview     *self,
                                           VslReviewWhat  what);
gboolean        vsl_review_is_late        (VslReview     *self,
                                           gint64         now);

G_END_DECLS
