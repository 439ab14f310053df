/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "store/vsl-store.h"

G_BEGIN_DECLS

#define VSL_BIN_DAYS 30 /* how long an article lies in the bin before vsl_store_tidy() ends it */

gboolean vsl_store_end_article (VslStore    *self,
                                const char  *id,
                                GError     **error) G_GNUC_WARN_UNUSED_RESULT;
char   **vsl_store_tidy        (VslStore    *self,
                                gint64       now,
                                GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
