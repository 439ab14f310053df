/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VSL_TYPE_LIBRARY_ROW (vsl_library_row_get_type ())
G_DECLARE_FINAL_TYPE (VslLibraryRow, vsl_library_row, VSL, LIBRARY_ROW, GtkWidget)

GtkWidget *vsl_library_row_new      (void) G_GNUC_WARN_UNUSED_RESULT;
GObject   *vsl_library_row_get_item (VslLibraryRow *self);
void       vsl_library_row_set_item (VslLibraryRow *self,
                                     GObject       *item);

G_END_DECLS
