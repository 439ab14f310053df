/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VslDeskError:
 *
 * What went wrong, in the terms of who asked. Every error that leaves the desk is of this domain
 * (or %G_IO_ERROR_CANCELLED); each code is one exit code of the command line.
 */
typedef enum
{
  VSL_DESK_ERROR_USAGE,     /* exit 2 */
  VSL_DESK_ERROR_NOT_FOUND, /* exit 3 */
  VSL_DESK_ERROR_CONFLICT,  /* exit 4 */
  VSL_DESK_ERROR_REMOTE,    /* exit 5 */
  VSL_DESK_ERROR_INPUT,     /* exit 6 */
  VSL_DESK_ERROR_STORE      /* exit 7 */
} VslDeskError;

#define VSL_DESK_ERROR (vsl_desk_error_quark ())
GQuark      vsl_desk_error_quark    (void);

/* The stable word for scripts: {"error":{"code":…}}; finer than the enum, e.g. "locked", "auth". */
const char *vsl_desk_error_get_code (const GError *error);
GError     *vsl_desk_error_new      (VslDeskError  code,
                                     const char   *word,
                                     const char   *message) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
