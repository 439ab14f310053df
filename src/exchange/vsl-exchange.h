/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-import.h"

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

typedef enum
{
  VSL_FORMAT_AUTO,
  VSL_FORMAT_TEXT,
  VSL_FORMAT_MARKDOWN,
  VSL_FORMAT_HTML,
  VSL_FORMAT_BLOCKS,
  VSL_N_FORMATS
} VslFormat;

const char *vsl_format_get_name      (VslFormat    format);
gboolean    vsl_format_from_name     (const char  *name,
                                      VslFormat   *format) G_GNUC_WARN_UNUSED_RESULT;

/* @name: (nullable) the file's name, for the format and for messages. Reads TEXT and MARKDOWN. */
VslImport  *vsl_exchange_read        (GBytes      *bytes,
                                      const char  *name,
                                      VslFormat    format,
                                      GError     **error) G_GNUC_WARN_UNUSED_RESULT;
/* Writes every format but AUTO. */
GBytes     *vsl_exchange_write       (VslArticle  *article,
                                      VslFormat    format,
                                      GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
