/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "cli/vsl-cli.h"
#include "core/vsl-debate.h"

G_BEGIN_DECLS

void vsl_cli_add_debate   (VslCli      *cli,
                           JsonBuilder *builder,
                           VslDebate   *debate);
void vsl_cli_print_debate (VslCli      *cli,
                           VslDebate   *debate);

G_END_DECLS
