/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-desk-outbox.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define VSL_TYPE_OUTBOX_ITEM (vsl_outbox_item_get_type ())
G_DECLARE_FINAL_TYPE (VslOutboxItem, vsl_outbox_item, VSL, OUTBOX_ITEM, AdwExpanderRow)

GtkWidget    *vsl_outbox_item_new     (VslDesk       *desk,
                                       VslOutboxRow  *row) G_GNUC_WARN_UNUSED_RESULT;
VslOutboxRow *vsl_outbox_item_get_row (VslOutboxItem *self);
void          vsl_outbox_item_set_row (VslOutboxItem *self,
                                       VslOutboxRow  *row);

G_END_DECLS
