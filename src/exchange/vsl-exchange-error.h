/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define VSL_EXCHANGE_ERROR (vsl_exchange_error_quark ())
GQuark vsl_exchange_error_quark (void);

typedef enum
{
  VSL_EXCHANGE_ERROR_UNREADABLE,     /* binary, malformed, wrong encoding */
  VSL_EXCHANGE_ERROR_EMPTY,
  VSL_EXCHANGE_ERROR_TOO_LARGE,
  VSL_EXCHANGE_ERROR_UNKNOWN_FORMAT
} VslExchangeError;

G_END_DECLS
