/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-review-passage.h"

#include <glib-object.h>

G_BEGIN_DECLS

/* What can happen in a review. The names, as in the other vocabularies, never change. */
typedef enum
{
  VSL_REVIEW_AGREED,     /* reading was promised */
  VSL_REVIEW_SENT,       /* the passages went out */
  VSL_REVIEW_REMARKED,   /* a remark came back */
  VSL_REVIEW_ANSWERED,   /* a remark was accepted or not */
  VSL_REVIEW_PROCESSED,  /* what was accepted is in the text */
  VSL_REVIEW_CLOSED,     /* done; the passages are to stay as they are */
  VSL_REVIEW_REFUSED,    /* the participant does not agree with what was shown */
  VSL_REVIEW_WITHDRAWN,  /* the participant takes back what was said or agreed */
  VSL_REVIEW_EMBARGOED,  /* of the article: not to be published before a moment; 0: at any time */
  VSL_REVIEW_OVERRIDDEN, /* of the article: to be published in spite of the embargo */
  VSL_REVIEW_RENAMED,    /* the article calls the participant otherwise: the note is the new name */
  VSL_N_REVIEW_WHATS
} VslReviewWhat;

const char *vsl_review_what_get_name  (VslReviewWhat   what);
gboolean    vsl_review_what_from_name (const char     *name,
                                       VslReviewWhat  *what) G_GNUC_WARN_UNUSED_RESULT;

/* A step as a whole. Texts are nullable on the way in and never %NULL on the way out. */
typedef struct
{
  gint64         number;    /* 0 for one that is not stored */
  gint64         at;        /* when, µs UTC */
  VslReviewWhat  what;
  const char    *name;      /* the participant; empty for the article */
  const char    *recipient; /* to whom it was sent: the person, or who answers for them */
  const char    *address;
  const char    *channel;   /* how: mail, portal, phone, whatever was written */
  gint64         moment;    /* the deadline, or the end of the embargo, µs UTC; 0: none */
  GPtrArray     *passages;  /* (nullable) (element-type VslReviewPassage) what was frozen */
  const char    *hash;      /* of those; empty where nothing was frozen */
  gint64         remark;    /* the number of the step that is answered */
  gboolean       accepted;
  const char    *note;      /* the remark itself, or the reason */
} VslReviewStepFields;

#define VSL_TYPE_REVIEW_STEP (vsl_review_step_get_type ())
G_DECLARE_FINAL_TYPE (VslReviewStep, vsl_review_step, VSL, REVIEW_STEP, GObject)

VslReviewStep             *vsl_review_step_new        (const VslReviewStepFields *fields) G_GNUC_WARN_UNUSED_RESULT;
const VslReviewStepFields *vsl_review_step_get_fields (VslReviewStep             *self);

G_END_DECLS
