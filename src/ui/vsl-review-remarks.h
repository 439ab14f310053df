/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-review.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define VSL_TYPE_REVIEW_REMARKS (vsl_review_remarks_get_type ())
G_DECLARE_FINAL_TYPE (VslReviewRemarks, vsl_review_remarks, VSL, REVIEW_REMARKS, AdwBin)

GtkWidget *vsl_review_remarks_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void       vsl_review_remarks_show (VslReviewRemarks *self,
                                    GArray           *remarks);

G_END_DECLS
