/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define VSL_JSON_ERROR (vsl_json_error_quark ())
GQuark vsl_json_error_quark (void);

typedef enum
{
  VSL_JSON_ERROR_MALFORMED,
  VSL_JSON_ERROR_TOO_LARGE,
  VSL_JSON_ERROR_TOO_DEEP,
  VSL_JSON_ERROR_MISSING,    /* a member that must be there is not */
  VSL_JSON_ERROR_WRONG_TYPE  /* it is there, but not of the type or range asked for */
} VslJsonError;

#define VSL_JSON_MAX_DEPTH 64

G_END_DECLS
