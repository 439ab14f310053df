/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define VSL_TYPE_COPY_VIEW (vsl_copy_view_get_type ())
G_DECLARE_FINAL_TYPE (VslCopyView, vsl_copy_view, VSL, COPY_VIEW, AdwBin)

GtkWidget *vsl_copy_view_new       (void) G_GNUC_WARN_UNUSED_RESULT;
void       vsl_copy_view_set_row   (VslCopyView  *self,
                                    VslDesk      *desk,
                                    VslOutboxRow *row,
                                    VslSite      *site,
                                    const char   *headline);
void       vsl_copy_view_set_quiet (VslCopyView  *self,
                                    gboolean      running,
                                    gboolean      told);

G_END_DECLS
