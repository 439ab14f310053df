/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-check-runner.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VSL_TYPE_QUOTE_DRAWER (vsl_quote_drawer_get_type ())
G_DECLARE_FINAL_TYPE (VslQuoteDrawer, vsl_quote_drawer, VSL, QUOTE_DRAWER, GtkWidget)

GtkWidget *vsl_quote_drawer_new        (void) G_GNUC_WARN_UNUSED_RESULT;
void       vsl_quote_drawer_set_runner (VslQuoteDrawer *self,
                                        VslCheckRunner *runner);

G_END_DECLS
