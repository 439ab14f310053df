/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-check-report.h"
#include "desk/vsl-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VSL_TYPE_QUOTATION_ROW (vsl_quotation_row_get_type ())
G_DECLARE_FINAL_TYPE (VslQuotationRow, vsl_quotation_row, VSL, QUOTATION_ROW, GtkListBoxRow)

GtkWidget    *vsl_quotation_row_new           (void) G_GNUC_WARN_UNUSED_RESULT;
VslQuotation *vsl_quotation_row_get_quotation (VslQuotationRow *self);
void          vsl_quotation_row_show          (VslQuotationRow *self,
                                               VslDocument     *document,
                                               VslCheckReport  *report,
                                               VslQuotation    *quotation);
void          vsl_quotation_row_set_open      (VslQuotationRow *self,
                                               gboolean         open);

G_END_DECLS
