/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "cms/vsl-ghost-session.h"
#include "core/vsl-remote-copy.h"

G_BEGIN_DECLS

void           vsl_ghost_find_async  (VslGhostSession      *session,
                                      const char           *token,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
void           vsl_ghost_fetch_async (VslGhostSession      *session,
                                      const char           *id,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
VslRemoteCopy *vsl_ghost_read_finish (VslGhostSession      *session,
                                      GAsyncResult         *result,
                                      GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
