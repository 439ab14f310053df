/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define VSL_TYPE_CONFLICT_DIALOG (vsl_conflict_dialog_get_type ())
G_DECLARE_FINAL_TYPE (VslConflictDialog, vsl_conflict_dialog, VSL, CONFLICT_DIALOG, AdwWindow)

GtkWidget *vsl_conflict_dialog_new (VslDesk      *desk,
                                    VslOutboxRow *row,
                                    VslDocument  *document,
                                    GtkWindow    *parent);

G_END_DECLS
