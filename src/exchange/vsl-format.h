/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  VSL_FORMAT_AUTO,
  VSL_FORMAT_TEXT,
  VSL_FORMAT_MARKDOWN,
  VSL_FORMAT_HTML,
  VSL_FORMAT_BLOCKS,
  VSL_FORMAT_NINJS,
  VSL_FORMAT_JSONLD,
  VSL_FORMAT_DOCX,
  VSL_FORMAT_ODT,
  VSL_FORMAT_PDF,
  VSL_N_FORMATS
} VslFormat;

const char *vsl_format_get_name      (VslFormat    format);
const char *vsl_format_get_suffix    (VslFormat    format);
gboolean    vsl_format_from_name     (const char  *name,
                                      VslFormat   *format) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
