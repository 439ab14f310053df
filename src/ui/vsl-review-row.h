/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-consent.h"
#include "desk/vsl-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VSL_TYPE_REVIEW_ROW (vsl_review_row_get_type ())
G_DECLARE_FINAL_TYPE (VslReviewRow, vsl_review_row, VSL, REVIEW_ROW, GtkListBoxRow)

GtkWidget *vsl_review_row_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void       vsl_review_row_show (VslReviewRow *self,
                                VslDesk      *desk,
                                VslDocument  *document,
                                VslReview    *review,
                                VslConsent   *consent);

G_END_DECLS
