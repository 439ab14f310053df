/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "cli/vsl-cli.h"

G_BEGIN_DECLS

GPtrArray *vsl_cli_publications_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void       vsl_cli_publications_add  (GPtrArray      *items,
                                      const char     *id,
                                      VslSite        *site,
                                      VslPublication *publication);
VslExit    vsl_cli_publications_wait (GPtrArray      *items,
                                      VslCli         *cli,
                                      JsonBuilder    *builder);

G_END_DECLS
