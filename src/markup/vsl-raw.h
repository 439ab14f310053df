/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <cmark.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * VslRawText:
 * @start: where a stretch of text begins in the HTML, in bytes
 * @length: its length in bytes
 * @breaks: whether an element that stands apart began or ended before it
 *
 * The text in a piece of HTML, stretch by stretch; see vsl_raw_text_next().
 */
typedef struct
{
  gsize start;
  gsize length;
  gboolean breaks;

  /*< private >*/
  const char *html;
  gsize html_length;
  gsize at;
} VslRawText;

char    *vsl_raw_dup_code_class            (cmark_node *node) G_GNUC_WARN_UNUSED_RESULT;
gboolean vsl_raw_has_delimiters            (const char *html,
                                            gsize       length);
void     vsl_raw_append_without_delimiters (GString    *out,
                                            const char *html,
                                            gsize       length);
void     vsl_raw_text_init                 (VslRawText *self,
                                            const char *html,
                                            gsize       length);
gboolean vsl_raw_text_next                 (VslRawText *self);
char    *vsl_raw_dup_entity                (const char *entity,
                                            gsize       length) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
