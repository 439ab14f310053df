/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-debate-document.h"
#include "desk/vsl-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Signal “made” (string: the id of the article): before it closes. */
#define VSL_TYPE_REPORT_DIALOG (vsl_report_dialog_get_type ())
G_DECLARE_FINAL_TYPE (VslReportDialog, vsl_report_dialog, VSL, REPORT_DIALOG, AdwWindow)

GtkWidget *vsl_report_dialog_new (VslDesk            *desk,
                                  VslDebateDocument  *debate,
                                  const char * const *chosen) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
