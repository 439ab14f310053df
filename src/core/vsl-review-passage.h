/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where a passage stands. The names, as in the other vocabularies, never change. */
typedef enum
{
  VSL_REVIEW_PLACE_KICKER,
  VSL_REVIEW_PLACE_HEADLINE,
  VSL_REVIEW_PLACE_LEAD,
  VSL_REVIEW_PLACE_BODY,
  VSL_REVIEW_PLACE_STREAMER,
  VSL_N_REVIEW_PLACES
} VslReviewPlace;

const char *vsl_review_place_get_name  (VslReviewPlace   place);
gboolean    vsl_review_place_from_name (const char      *name,
                                        VslReviewPlace  *place) G_GNUC_WARN_UNUSED_RESULT;

/**
 * VslReviewPassage:
 * @place: where it stands
 * @text: (owned): what one participant is shown of it, as plain text
 *
 * A passage of an article that is about one participant. Never changes once made.
 */
typedef struct
{
  VslReviewPlace place;
  char *text;
} VslReviewPassage;

VslReviewPassage *vsl_review_passage_new   (VslReviewPlace    place,
                                            const char       *text) G_GNUC_WARN_UNUSED_RESULT;
void              vsl_review_passage_free  (VslReviewPassage *self);

GPtrArray        *vsl_review_passages_new  (void) G_GNUC_WARN_UNUSED_RESULT;
char             *vsl_review_passages_hash (GPtrArray        *passages) G_GNUC_WARN_UNUSED_RESULT;
char             *vsl_review_passages_join (GPtrArray        *passages) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VslReviewPassage, vsl_review_passage_free)

G_END_DECLS
