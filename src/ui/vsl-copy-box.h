/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-outbox-row.h"
#include "core/vsl-site.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define VSL_TYPE_COPY_BOX (vsl_copy_box_get_type ())
G_DECLARE_FINAL_TYPE (VslCopyBox, vsl_copy_box, VSL, COPY_BOX, AdwBin)

GtkWidget  *vsl_copy_box_new          (void) G_GNUC_WARN_UNUSED_RESULT;
void        vsl_copy_box_set_row      (VslCopyBox   *self,
                                       VslOutboxRow *row,
                                       VslSite      *site,
                                       gboolean      told);
const char *vsl_copy_box_get_sentence (VslCopyBox   *self);

G_END_DECLS
