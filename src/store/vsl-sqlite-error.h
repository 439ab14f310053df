/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "store/vsl-store-error.h"

#include <sqlite3.h>

G_BEGIN_DECLS

void vsl_sqlite_set_error (GError    **error,
                           sqlite3    *db,
                           int         result,
                           const char *path);

G_END_DECLS
