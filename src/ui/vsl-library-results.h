/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VSL_TYPE_LIBRARY_RESULTS (vsl_library_results_get_type ())
G_DECLARE_FINAL_TYPE (VslLibraryResults, vsl_library_results, VSL, LIBRARY_RESULTS, GtkWidget)

void        vsl_library_results_set_desk   (VslLibraryResults *self,
                                            VslDesk           *desk);
void        vsl_library_results_search     (VslLibraryResults *self,
                                            const char        *text);
const char *vsl_library_results_get_text   (VslLibraryResults *self);
void        vsl_library_results_open_first (VslLibraryResults *self);
void        vsl_library_results_set_complete (VslLibraryResults *self);
void        vsl_library_results_select     (VslLibraryResults *self,
                                            const char        *article_id);

G_END_DECLS
