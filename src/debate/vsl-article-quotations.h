/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-article.h"
#include "core/vsl-finding.h"
#include "core/vsl-quotation.h"
#include "core/vsl-transcript.h"

G_BEGIN_DECLS

/**
 * VslArticleQuotations:
 *
 * All that an article quotes, held against a transcript where there is one, and what an editor
 * should look at. Made once for one article; afterwards only read: any thread.
 */
typedef struct _VslArticleQuotations VslArticleQuotations;

VslArticleQuotations *vsl_article_quotations_new            (VslArticle           *article,
                                                             VslTranscript        *transcript) G_GNUC_WARN_UNUSED_RESULT;
void                  vsl_article_quotations_free           (VslArticleQuotations *self);
guint                 vsl_article_quotations_get_length     (VslArticleQuotations *self);
VslQuotation         *vsl_article_quotations_get            (VslArticleQuotations *self,
                                                             guint                 index);
VslQuotation         *vsl_article_quotations_get_headline   (VslArticleQuotations *self);
guint                 vsl_article_quotations_get_n_streamers (VslArticleQuotations *self);
VslQuotation         *vsl_article_quotations_get_streamer   (VslArticleQuotations *self,
                                                             guint                 index);
guint                 vsl_article_quotations_get_n_findings (VslArticleQuotations *self);
VslFinding           *vsl_article_quotations_get_finding    (VslArticleQuotations *self,
                                                             guint                 index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VslArticleQuotations, vsl_article_quotations_free)

G_END_DECLS
