/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-check-report.h"
#include "desk/vsl-document.h"

G_BEGIN_DECLS

/* Changes to the article that come from the check of its quotations. */
char    *vsl_quotation_edit_dup_proposal (VslQuotation   *quotation) G_GNUC_WARN_UNUSED_RESULT;
gboolean vsl_quotation_edit_use_proposal (VslDocument    *document,
                                          VslCheckReport *report,
                                          VslQuotation   *quotation);
char    *vsl_quotation_edit_dup_sentence (VslDocument    *document,
                                          const char     *words,
                                          const char     *speaker) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
