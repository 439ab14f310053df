/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "markup/vsl-escape.h"

#include <cmark.h>

G_BEGIN_DECLS

void        vsl_inline_write        (GString    *out,
                                     cmark_node *node,
                                     VslTarget   target);
void        vsl_inline_write_lines  (GString    *out,
                                     const char *text,
                                     gsize       length,
                                     VslTarget   target);
cmark_node *vsl_inline_find_picture (cmark_node *paragraph);
char       *vsl_inline_dup_alt      (cmark_node *image) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
