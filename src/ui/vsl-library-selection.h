/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VSL_TYPE_LIBRARY_SELECTION (vsl_library_selection_get_type ())
G_DECLARE_FINAL_TYPE (VslLibrarySelection, vsl_library_selection, VSL, LIBRARY_SELECTION, GtkWidget)

void vsl_library_selection_set_desk  (VslLibrarySelection *self,
                                      VslDesk             *desk);
void vsl_library_selection_set_count (VslLibrarySelection *self,
                                      guint                count);

G_END_DECLS
