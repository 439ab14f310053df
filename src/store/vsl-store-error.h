/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define VSL_STORE_ERROR (vsl_store_error_quark ())
GQuark vsl_store_error_quark (void);

/* What the person can do now. */
typedef enum
{
  VSL_STORE_ERROR_FAILED,
  VSL_STORE_ERROR_NOT_FOUND,
  VSL_STORE_ERROR_AMBIGUOUS,  /* an abbreviated id fits several articles */
  VSL_STORE_ERROR_CONFLICT,   /* the row changed since it was read; nothing was written */
  VSL_STORE_ERROR_EXISTS,
  VSL_STORE_ERROR_LOCKED,     /* another process has the store open for writing */
  VSL_STORE_ERROR_TOO_NEW,    /* written by a newer version; untouched */
  VSL_STORE_ERROR_FOREIGN,    /* a database, but not ours; untouched */
  VSL_STORE_ERROR_CORRUPT,
  VSL_STORE_ERROR_SHAPE,      /* ours, but without a table or column that its version has */
  VSL_STORE_ERROR_FULL,       /* disk full or quota */
  VSL_STORE_ERROR_READ_ONLY
} VslStoreError;

G_END_DECLS
