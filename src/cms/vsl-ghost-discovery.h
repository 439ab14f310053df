/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "cms/vsl-ghost-api.h"
#include "cms/vsl-ghost-session.h"

G_BEGIN_DECLS

void          vsl_ghost_discover_async  (VslGhostSession      *session,
                                         GUri                 *page,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
VslGhostSite *vsl_ghost_discover_finish (VslGhostSession      *session,
                                         GAsyncResult         *result,
                                         GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
