/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-core"

#include "core/vsl-json-error.h"

G_DEFINE_QUARK (vsl-json-error-quark, vsl_json_error)
