/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

int vsl_cli_program_run (int    argc,
                         char **argv);

G_END_DECLS
