/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-article.h"
#include "core/vsl-quotation-report.h"
#include "core/vsl-transcript.h"

G_BEGIN_DECLS

VslQuotationReport *vsl_quotation_checker_check (VslArticle    *article,
                                                 VslTranscript *transcript) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
