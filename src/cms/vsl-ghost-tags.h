/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "cms/vsl-ghost-session.h"

G_BEGIN_DECLS

void       vsl_ghost_tags_resolve_async  (VslGhostSession      *session,
                                          const char * const   *names,
                                          gboolean              create,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
GPtrArray *vsl_ghost_tags_resolve_finish (VslGhostSession      *session,
                                          GAsyncResult         *result,
                                          char               ***missing,
                                          GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
