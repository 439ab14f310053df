/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "store/vsl-db.h"

G_BEGIN_DECLS

gint64   vsl_store_schema_get_version (void);
gboolean vsl_store_schema_create      (const char  *path,
                                       GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean vsl_store_schema_identify    (VslDb       *db,
                                       gint64      *version,
                                       GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean vsl_store_schema_migrate     (VslDb       *db,
                                       gint64       from,
                                       gint64       to,
                                       GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
