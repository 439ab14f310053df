/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-check-runner.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VSL_TYPE_QUOTATION_MARGIN (vsl_quotation_margin_get_type ())
G_DECLARE_FINAL_TYPE (VslQuotationMargin, vsl_quotation_margin, VSL, QUOTATION_MARGIN, GtkWidget)

GtkWidget *vsl_quotation_margin_new        (GtkTextView        *view) G_GNUC_WARN_UNUSED_RESULT;
void       vsl_quotation_margin_set_runner (VslQuotationMargin *self,
                                            VslCheckRunner     *runner);

G_END_DECLS
