/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VslReviewLabels:
 * @the_article: how the article is called; %s: the debate
 * @our_article: the same, where the debate has no name
 * @title: above the sheet; %s: the article
 * @made_for: for whom and when; %1: the participant, %2: the moment
 * @intro: what it is; %1: the participant, %2: the article
 * @asked: what is asked
 * @until: until when; %s: the moment
 * @soon: the same without a moment
 * @rights: what it is not
 * @places: (array): the headings, by #VslReviewPlace
 * @greeting: at the end, above the name of who writes
 * @too_long: in a mail, in the place of the passages
 *
 * The words of a sheet with somebody's own passages. They are for the participant, in the language of
 * the article or another that was chosen, so they are not translated with the interface.
 */
typedef struct
{
  const char *the_article;
  const char *our_article;
  const char *title;
  const char *made_for;
  const char *intro;
  const char *asked;
  const char *until;
  const char *soon;
  const char *rights;
  const char *places[5];
  const char *greeting;
  const char *too_long;
} VslReviewLabels;

const VslReviewLabels *vsl_review_labels_for_language (const char *language);
char                  *vsl_review_labels_moment       (const char *language,
                                                       gint64      at) G_GNUC_WARN_UNUSED_RESULT;
char                  *vsl_review_labels_fill         (const char *sentence,
                                                       const char *first,
                                                       const char *second) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
