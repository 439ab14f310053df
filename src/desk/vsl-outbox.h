/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-publisher.h"

G_BEGIN_DECLS

#define VSL_TYPE_OUTBOX (vsl_outbox_get_type ())
G_DECLARE_FINAL_TYPE (VslOutbox, vsl_outbox, VSL, OUTBOX, GObject)

VslOutbox      *vsl_outbox_new      (VslPublisher         *publisher,
                                     VslStore             *store,
                                     VslClock              clock,
                                     gpointer              clock_data) G_GNUC_WARN_UNUSED_RESULT;
GListModel     *vsl_outbox_get_rows (VslOutbox            *self);
gboolean        vsl_outbox_get_busy (VslOutbox            *self);
void            vsl_outbox_start    (VslOutbox            *self);
void            vsl_outbox_stop     (VslOutbox            *self);
void            vsl_outbox_send_all (VslOutbox            *self);

G_END_DECLS
