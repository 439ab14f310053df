/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-finding.h"
#include "core/vsl-quotation.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define VSL_TYPE_QUOTATION_REPORT (vsl_quotation_report_get_type ())
G_DECLARE_FINAL_TYPE (VslQuotationReport, vsl_quotation_report, VSL, QUOTATION_REPORT, GObject)

VslQuotationReport *vsl_quotation_report_new            (GListModel         *quotations,
                                                         VslQuotation       *headline,
                                                         GListModel         *streamers,
                                                         GListModel         *findings) G_GNUC_WARN_UNUSED_RESULT;
GListModel         *vsl_quotation_report_get_quotations (VslQuotationReport *self);
VslQuotation       *vsl_quotation_report_get_headline   (VslQuotationReport *self);
GListModel         *vsl_quotation_report_get_streamers  (VslQuotationReport *self);
GListModel         *vsl_quotation_report_get_findings   (VslQuotationReport *self);
GPtrArray          *vsl_quotation_report_dup_in_order   (VslQuotationReport *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
