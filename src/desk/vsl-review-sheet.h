/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-article.h"
#include "core/vsl-review.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * VslReviewSheet:
 *
 * What one participant gets to read: their own passages as they are now, and what is asked of them.
 * Never changes. Any thread.
 */
typedef struct _VslReviewSheet VslReviewSheet;

VslReviewSheet *vsl_review_sheet_new         (VslReview       *review,
                                              VslArticle      *article,
                                              const char      *language,
                                              gint64           deadline,
                                              gint64           now) G_GNUC_WARN_UNUSED_RESULT;
void            vsl_review_sheet_free        (VslReviewSheet  *self);
const char     *vsl_review_sheet_get_title   (VslReviewSheet  *self);
char           *vsl_review_sheet_dup_text    (VslReviewSheet  *self) G_GNUC_WARN_UNUSED_RESULT;
char           *vsl_review_sheet_dup_markdown (VslReviewSheet *self) G_GNUC_WARN_UNUSED_RESULT;
char           *vsl_review_sheet_dup_html    (VslReviewSheet  *self) G_GNUC_WARN_UNUSED_RESULT;
GBytes         *vsl_review_sheet_make_pdf    (VslReviewSheet  *self,
                                              GError         **error) G_GNUC_WARN_UNUSED_RESULT;
char           *vsl_review_sheet_dup_mailto  (VslReviewSheet  *self,
                                              const char      *address,
                                              gboolean        *whole) G_GNUC_WARN_UNUSED_RESULT;
/* @format: text, markdown, html, pdf or mail */
GBytes         *vsl_review_sheet_write       (VslReviewSheet  *self,
                                              const char      *format,
                                              const char      *address,
                                              GError         **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VslReviewSheet, vsl_review_sheet_free)

G_END_DECLS
