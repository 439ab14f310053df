/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-review.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VSL_TYPE_REVIEW_MENU (vsl_review_menu_get_type ())
G_DECLARE_FINAL_TYPE (VslReviewMenu, vsl_review_menu, VSL, REVIEW_MENU, GtkPopover)

GtkWidget *vsl_review_menu_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void       vsl_review_menu_show (VslReviewMenu *self,
                                 VslReview     *review);

G_END_DECLS
