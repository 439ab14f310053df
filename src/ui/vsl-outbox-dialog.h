/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define VSL_TYPE_OUTBOX_DIALOG (vsl_outbox_dialog_get_type ())
G_DECLARE_FINAL_TYPE (VslOutboxDialog, vsl_outbox_dialog, VSL, OUTBOX_DIALOG, AdwWindow)

GtkWidget *vsl_outbox_dialog_new (VslDesk   *desk,
                                  GtkWindow *parent) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
