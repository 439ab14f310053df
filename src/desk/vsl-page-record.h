/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "store/vsl-store.h"

G_BEGIN_DECLS

void          vsl_page_record_async  (VslStore             *store,
                                      VslOutboxRow         *row,
                                      const char           *missed,
                                      gint64                now,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
VslOutboxRow *vsl_page_record_finish (VslStore             *store,
                                      GAsyncResult         *result,
                                      GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
