/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-review.h"
#include "desk/vsl-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void vsl_review_question_take (GtkWidget                 *widget,
                               VslDesk                   *desk,
                               VslArticle                *article,
                               VslReview                 *review,
                               const VslReviewStepFields *step);

G_END_DECLS
