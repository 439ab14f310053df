/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean vsl_store_place_type_is_network (guint64     type);
gboolean vsl_store_place_is_network      (const char *directory);

G_END_DECLS
