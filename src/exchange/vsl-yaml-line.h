/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "exchange/vsl-exchange-error.h"

#include "core/vsl-source-map.h"

G_BEGIN_DECLS

gboolean vsl_yaml_line_fail        (guint          index,
                                    GError       **error);
gsize    vsl_yaml_line_indent      (const char    *line);
gsize    vsl_yaml_line_parse_key   (const char    *line,
                                    char         **key);
char    *vsl_yaml_line_parse_value (const char    *line,
                                    guint          index,
                                    gsize          offset,
                                    VslSourceMap  *map,
                                    VslField       field,
                                    GError       **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean vsl_yaml_line_parse_list  (const char    *line,
                                    guint          index,
                                    gsize          offset,
                                    GPtrArray     *values,
                                    GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
