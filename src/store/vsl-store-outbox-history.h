/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-outbox-event.h"
#include "core/vsl-remote-text.h"
#include "store/vsl-store.h"

G_BEGIN_DECLS

GPtrArray     *vsl_store_list_outbox_events (VslStore      *self,
                                             gint64         row_id,
                                             GError       **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean       vsl_store_save_theirs        (VslStore      *self,
                                             gint64         row_id,
                                             VslRemoteText *theirs,
                                             GError       **error);
VslRemoteText *vsl_store_load_theirs        (VslStore      *self,
                                             gint64         row_id,
                                             GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
