/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-publication.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define VSL_TYPE_STEP_ROW (vsl_step_row_get_type ())
G_DECLARE_FINAL_TYPE (VslStepRow, vsl_step_row, VSL, STEP_ROW, AdwBin)

GtkWidget *vsl_step_row_new (VslPublicationStep *step) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
