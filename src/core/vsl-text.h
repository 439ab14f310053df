/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define VSL_TEXT_ERROR (vsl_text_error_quark ())
GQuark vsl_text_error_quark (void);

typedef enum
{
  VSL_TEXT_ERROR_BINARY,    /* not text at all */
  VSL_TEXT_ERROR_ENCODING,  /* text in an encoding that is not read */
  VSL_TEXT_ERROR_TOO_LARGE
} VslTextError;

typedef enum
{
  VSL_ENCODING_UTF8,
  VSL_ENCODING_UTF8_BOM,
  VSL_ENCODING_UTF16,
  VSL_ENCODING_WINDOWS_1252
} VslEncoding;

char    *vsl_text_decode           (GBytes       *bytes,
                                    gsize         max_bytes,
                                    VslEncoding  *encoding,
                                    GError      **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean vsl_text_is_blank         (const char   *text);
char    *vsl_text_collapse_spaces  (const char   *text) G_GNUC_WARN_UNUSED_RESULT;
guint    vsl_text_count_words      (const char   *text);
char    *vsl_text_fold             (const char   *text) G_GNUC_WARN_UNUSED_RESULT;
char    *vsl_text_hash             (const char   *text) G_GNUC_WARN_UNUSED_RESULT;
char    *vsl_text_make_slug        (const char   *text,
                                    gsize         max_bytes) G_GNUC_WARN_UNUSED_RESULT;
const char *vsl_text_guess_language (const char  *text);

G_END_DECLS
