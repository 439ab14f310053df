/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-check-report.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VSL_TYPE_BALANCE_VIEW (vsl_balance_view_get_type ())
G_DECLARE_FINAL_TYPE (VslBalanceView, vsl_balance_view, VSL, BALANCE_VIEW, GtkWidget)

GtkWidget *vsl_balance_view_new        (void) G_GNUC_WARN_UNUSED_RESULT;
void       vsl_balance_view_set_report (VslBalanceView *self,
                                        VslCheckReport *report);

G_END_DECLS
