/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean vsl_json_scanner_check (const char  *text,
                                 gsize        size,
                                 GError     **error);

G_END_DECLS
