/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-search-hit.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VSL_TYPE_HIT_ROW (vsl_hit_row_get_type ())
G_DECLARE_FINAL_TYPE (VslHitRow, vsl_hit_row, VSL, HIT_ROW, GtkWidget)

GtkWidget *vsl_hit_row_new     (void) G_GNUC_WARN_UNUSED_RESULT;
void       vsl_hit_row_set_hit (VslHitRow    *self,
                                VslSearchHit *hit);

G_END_DECLS
