/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-report-passage.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A passage, and whether it is chosen. Property “chosen”. */
#define VSL_TYPE_REPORT_CHOICE (vsl_report_choice_get_type ())
G_DECLARE_FINAL_TYPE (VslReportChoice, vsl_report_choice, VSL, REPORT_CHOICE, GObject)

VslReportChoice  *vsl_report_choice_new         (VslReportPassage *passage,
                                                 gboolean          chosen) G_GNUC_WARN_UNUSED_RESULT;
VslReportPassage *vsl_report_choice_get_passage (VslReportChoice  *self);
gboolean          vsl_report_choice_get_chosen  (VslReportChoice  *self);

/* The row of a choice. */
#define VSL_TYPE_REPORT_ROW (vsl_report_row_get_type ())
G_DECLARE_FINAL_TYPE (VslReportRow, vsl_report_row, VSL, REPORT_ROW, GtkWidget)

GtkWidget        *vsl_report_row_new            (void) G_GNUC_WARN_UNUSED_RESULT;
void              vsl_report_row_set_choice     (VslReportRow     *self,
                                                 VslReportChoice  *choice);

G_END_DECLS
