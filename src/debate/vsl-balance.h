/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-article.h"
#include "core/vsl-balance-row.h"
#include "core/vsl-quotation-report.h"
#include "core/vsl-transcript.h"

G_BEGIN_DECLS

GArray *vsl_balance_measure (VslArticle         *article,
                             VslQuotationReport *report,
                             VslTranscript      *transcript) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
