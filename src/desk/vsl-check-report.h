/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-article.h"
#include "core/vsl-balance-row.h"
#include "core/vsl-quotation-report.h"
#include "core/vsl-transcript.h"

G_BEGIN_DECLS

/*
 * What the check of an article found. Never changes; its places are those of the article that it
 * holds, which may not be the one on the screen any more.
 */
#define VSL_TYPE_CHECK_REPORT (vsl_check_report_get_type ())
G_DECLARE_FINAL_TYPE (VslCheckReport, vsl_check_report, VSL, CHECK_REPORT, GObject)

VslCheckReport     *vsl_check_report_new             (VslArticle         *article,
                                                      VslTranscript      *transcript,
                                                      VslQuotationReport *quotations,
                                                      GArray             *balance) G_GNUC_WARN_UNUSED_RESULT;
VslArticle         *vsl_check_report_get_article     (VslCheckReport     *self);
VslTranscript      *vsl_check_report_get_transcript  (VslCheckReport     *self);
VslQuotationReport *vsl_check_report_get_quotations  (VslCheckReport     *self);
GPtrArray          *vsl_check_report_get_in_order    (VslCheckReport     *self);
GArray             *vsl_check_report_get_balance     (VslCheckReport     *self);
guint               vsl_check_report_count_concerns  (VslCheckReport     *self);
VslUtterance       *vsl_check_report_find_utterance  (VslCheckReport     *self,
                                                      const char         *id);

G_END_DECLS
