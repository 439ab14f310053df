/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

void vsl_cli_add_field_diffs   (JsonBuilder *builder,
                                GPtrArray   *diffs);
void vsl_cli_print_field_diffs (GPtrArray   *diffs);

G_END_DECLS
