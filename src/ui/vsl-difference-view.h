/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define VSL_TYPE_DIFFERENCE_VIEW (vsl_difference_view_get_type ())
G_DECLARE_FINAL_TYPE (VslDifferenceView, vsl_difference_view, VSL, DIFFERENCE_VIEW, AdwBin)

GtkWidget *vsl_difference_view_new     (void) G_GNUC_WARN_UNUSED_RESULT;
void       vsl_difference_view_set_row (VslDifferenceView *self,
                                        VslDesk           *desk,
                                        VslDocument       *document,
                                        VslOutboxRow      *row);
void       vsl_difference_view_update  (VslDifferenceView *self);

G_END_DECLS
