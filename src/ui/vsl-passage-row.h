/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-check-report.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VSL_TYPE_PASSAGE_ROW (vsl_passage_row_get_type ())
G_DECLARE_FINAL_TYPE (VslPassageRow, vsl_passage_row, VSL, PASSAGE_ROW, GtkWidget)

GtkWidget *vsl_passage_row_new      (void) G_GNUC_WARN_UNUSED_RESULT;
void       vsl_passage_row_show     (VslPassageRow  *self,
                                     VslUtterance   *utterance,
                                     VslCheckReport *report);
void       vsl_passage_row_use      (VslPassageRow  *self);

G_END_DECLS
