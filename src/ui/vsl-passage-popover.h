/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-check-report.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void vsl_passage_popover_show (GtkWidget      *parent,
                               VslCheckReport *report,
                               const VslMatch *match);

G_END_DECLS
