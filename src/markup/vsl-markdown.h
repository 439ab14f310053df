/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "markup/vsl-container.h"

#include <cmark.h>

G_BEGIN_DECLS

/* What the info string of a fenced code block makes of it. */
typedef enum
{
  VSL_RAW_NONE,
  VSL_RAW_BLOCKS,
  VSL_RAW_HTML,
  VSL_RAW_LEXICAL /* a card of Ghost, which means something on Ghost only */
} VslRaw;

typedef struct _VslMarkdown VslMarkdown;

VslMarkdown        *vsl_markdown_parse             (const char  *text) G_GNUC_WARN_UNUSED_RESULT;
void                vsl_markdown_free              (VslMarkdown *self);
const char         *vsl_markdown_get_source        (VslMarkdown *self);
cmark_node         *vsl_markdown_get_root          (VslMarkdown *self);
gboolean            vsl_markdown_has_participants  (VslMarkdown *self);
gsize               vsl_markdown_find_source_line  (VslMarkdown *self,
                                                    int          line);
const VslContainer *vsl_markdown_get_container     (cmark_node  *node);
gboolean            vsl_markdown_is_attribution    (cmark_node  *node);
VslRaw              vsl_markdown_get_raw           (cmark_node  *node);
gsize               vsl_markdown_get_literal_length (cmark_node *node);
gboolean            vsl_markdown_is_allowed_url    (const char  *url);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VslMarkdown, vsl_markdown_free)

G_END_DECLS
