/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define VSL_TYPE_OUTBOX_HISTORY (vsl_outbox_history_get_type ())
G_DECLARE_FINAL_TYPE (VslOutboxHistory, vsl_outbox_history, VSL, OUTBOX_HISTORY, AdwBin)

GtkWidget *vsl_outbox_history_new     (void) G_GNUC_WARN_UNUSED_RESULT;
void       vsl_outbox_history_set_row (VslOutboxHistory *self,
                                       VslDesk          *desk,
                                       VslOutboxRow     *row);

G_END_DECLS
