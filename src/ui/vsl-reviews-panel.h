/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define VSL_TYPE_REVIEWS_PANEL (vsl_reviews_panel_get_type ())
G_DECLARE_FINAL_TYPE (VslReviewsPanel, vsl_reviews_panel, VSL, REVIEWS_PANEL, AdwBin)

GtkWidget *vsl_reviews_panel_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
