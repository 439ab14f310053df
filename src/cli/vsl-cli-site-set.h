/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "cli/vsl-cli.h"

G_BEGIN_DECLS

VslExit vsl_cli_site_set (VslCli  *cli,
                          int      argc,
                          char   **argv,
                          GError **error);

G_END_DECLS
