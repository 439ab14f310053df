/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "cli/vsl-cli.h"

G_BEGIN_DECLS

gboolean vsl_cli_collect_rows    (VslCli        *cli,
                                  const char    *article_id,
                                  GPtrArray     *rows,
                                  GError       **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean vsl_cli_choose_rows     (VslCli        *cli,
                                  const char    *site,
                                  GPtrArray     *rows,
                                  GError       **error) G_GNUC_WARN_UNUSED_RESULT;
void     vsl_cli_add_row_members (JsonBuilder   *builder,
                                  VslOutboxRow  *row);

G_END_DECLS
