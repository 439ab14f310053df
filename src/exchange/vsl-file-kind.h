/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "exchange/vsl-exchange-error.h"
#include "exchange/vsl-format.h"

G_BEGIN_DECLS

const char *vsl_file_kind_refuse (GBytes     *bytes);
VslFormat   vsl_file_kind_guess  (const char *name,
                                  const char *text);

G_END_DECLS
