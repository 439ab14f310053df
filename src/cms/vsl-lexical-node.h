/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* The nodes of Lexical, read. All texts are given; any thread. */

/* Bits of the format of a text node. */
enum
{
  VSL_LEXICAL_BOLD = 1,
  VSL_LEXICAL_ITALIC = 2,
  VSL_LEXICAL_CODE = 16
};

char     **vsl_lexical_node_split       (const char  *lexical) G_GNUC_WARN_UNUSED_RESULT;
char      *vsl_lexical_node_make_key    (const char  *node) G_GNUC_WARN_UNUSED_RESULT;
char      *vsl_lexical_node_to_markdown (const char  *node) G_GNUC_WARN_UNUSED_RESULT;
char      *vsl_lexical_node_to_raw      (const char  *node) G_GNUC_WARN_UNUSED_RESULT;
char      *vsl_lexical_node_to_text     (const char  *node) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
