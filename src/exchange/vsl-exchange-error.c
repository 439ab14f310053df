/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-exchange"

#include "exchange/vsl-exchange-error.h"

G_DEFINE_QUARK (vsl-exchange-error-quark, vsl_exchange_error)
