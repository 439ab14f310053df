/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean vsl_zip_is_zip       (GBytes      *archive);
GBytes  *vsl_zip_read_member  (GBytes      *archive,
                               const char  *name,
                               gsize        max_bytes,
                               GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
