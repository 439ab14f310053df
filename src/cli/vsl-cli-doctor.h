/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "cli/vsl-cli.h"

G_BEGIN_DECLS

VslExit vsl_cli_doctor_run (VslCli  *cli,
                            VslSite *site,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
