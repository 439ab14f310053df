/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VslReviewLabels:
 * @title: above the sheet; %s: the debate
 * @an_article: in the place of a debate without a name
 * @intro: what it is; %s: the participant, and the debate
 * @asked: what is asked
 * @until: until when; %s: the moment
 * @soon: the same without a moment
 * @rights: what it is not
 * @places: (array): the headings, by #VslReviewPlace
 * @too_long: in a mail, in the place of the passages
 *
 * The words of a sheet with somebody's own passages. They are for the participant, in the language of
 * the article or another that was chosen, so they are not translated with the interface.
 */
typedef struct
{
  const char *title;
  const char *an_article;
  const char *intro;
  const char *asked;
  const char *until;
  const char *soon;
  const char *rights;
  const char *places[5];
  const char *too_long;
} VslReviewLabels;

const VslReviewLabels *vsl_review_labels_for_language (const char *language);
char                  *vsl_review_labels_moment       (const char *language,
                                                       gint64      at) G_GNUC_WARN_UNUSED_RESULT;
char                  *vsl_review_labels_fill         (const char *sentence,
                                                       const char *first,
                                                       const char *second) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
