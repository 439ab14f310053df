/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-snapshot.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VSL_TYPE_VERSION_ROW (vsl_version_row_get_type ())
G_DECLARE_FINAL_TYPE (VslVersionRow, vsl_version_row, VSL, VERSION_ROW, GtkListBoxRow)

GtkWidget   *vsl_version_row_new         (VslSnapshot   *version,
                                          VslSnapshot   *previous);
VslSnapshot *vsl_version_row_get_version (VslVersionRow *self);
char        *vsl_version_row_dup_day     (VslVersionRow *self) G_GNUC_WARN_UNUSED_RESULT;
char        *vsl_version_row_dup_time    (VslVersionRow *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
