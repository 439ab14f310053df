/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-review.h"
#include "desk/vsl-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define VSL_TYPE_SHEET_DIALOG (vsl_sheet_dialog_get_type ())
G_DECLARE_FINAL_TYPE (VslSheetDialog, vsl_sheet_dialog, VSL, SHEET_DIALOG, AdwWindow)

GtkWidget *vsl_sheet_dialog_new (VslDesk    *desk,
                                 VslArticle *article,
                                 VslReview  *review,
                                 GtkWidget  *panel) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
