/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-article.h"

G_BEGIN_DECLS

#define VSL_TYPE_ARTICLE_SUMMARY (vsl_article_summary_get_type ())
G_DECLARE_FINAL_TYPE (VslArticleSummary, vsl_article_summary, VSL, ARTICLE_SUMMARY, GObject)

VslArticleSummary  *vsl_article_summary_new            (const char         *id,
                                                        VslKind             kind,
                                                        VslStatus           status,
                                                        const char         *language,
                                                        const char         *headline,
                                                        guint               words,
                                                        const char * const *tags,
                                                        const char * const *sites,
                                                        gint64              updated_at,
                                                        gint64              deleted_at) G_GNUC_WARN_UNUSED_RESULT;
const char         *vsl_article_summary_get_id         (VslArticleSummary  *self);
VslKind             vsl_article_summary_get_kind       (VslArticleSummary  *self);
VslStatus           vsl_article_summary_get_status     (VslArticleSummary  *self);
const char         *vsl_article_summary_get_language   (VslArticleSummary  *self);
const char         *vsl_article_summary_get_headline   (VslArticleSummary  *self);
guint               vsl_article_summary_get_words      (VslArticleSummary  *self);
const char * const *vsl_article_summary_get_tags       (VslArticleSummary  *self);
const char * const *vsl_article_summary_get_sites      (VslArticleSummary  *self);
gint64              vsl_article_summary_get_updated_at (VslArticleSummary  *self);
gint64              vsl_article_summary_get_deleted_at (VslArticleSummary  *self);

G_END_DECLS
