/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "markup/vsl-container.h"

G_BEGIN_DECLS

typedef enum
{
  VSL_MARKDOWN_TEXT_PLAIN,
  VSL_MARKDOWN_TEXT_LIST_MARKS /* list items begin with their sign or number, indented */
} VslMarkdownTextForm;

typedef enum
{
  VSL_MARKDOWN_PARAGRAPH,
  VSL_MARKDOWN_HEADING,
  VSL_MARKDOWN_ATTRIBUTION, /* the name under a pull quote */
  VSL_MARKDOWN_TITLE,       /* that of a box */
  VSL_MARKDOWN_CODE,
  VSL_MARKDOWN_HTML,        /* typed HTML, which is shown as typed */
  VSL_MARKDOWN_RAW          /* the text in a raw fence */
} VslMarkdownKind;

/**
 * VslMarkdownBlock:
 * @kind: what it is
 * @container: the innermost container around it
 * @streamer: which pull quote of the body it is in, counted from 1; 0 when in none
 * @level: that of a heading, else 0
 * @offset: where it begins in the plain text, in characters
 * @length: its length there
 * @source_offset: where its text begins in the body, in characters
 * @source_length: its length there, mark-up between its words included
 *
 * A stretch of text that stands by itself.
 */
typedef struct
{
  VslMarkdownKind kind;
  VslContainerKind container;
  guint streamer;
  guint level;
  gsize offset;
  gsize length;
  gsize source_offset;
  gsize source_length;
} VslMarkdownBlock;

typedef struct _VslMarkdownText VslMarkdownText;

VslMarkdownText        *vsl_markdown_text_new           (const char          *markdown,
                                                         VslMarkdownTextForm  form) G_GNUC_WARN_UNUSED_RESULT;
void                    vsl_markdown_text_free          (VslMarkdownText     *self);
const char             *vsl_markdown_text_get_text      (VslMarkdownText     *self);
gsize                   vsl_markdown_text_get_length    (VslMarkdownText     *self);
guint                   vsl_markdown_text_get_n_blocks  (VslMarkdownText     *self);
const VslMarkdownBlock *vsl_markdown_text_get_block     (VslMarkdownText     *self,
                                                         guint                index);
char                   *vsl_markdown_text_dup_block     (VslMarkdownText     *self,
                                                         guint                index) G_GNUC_WARN_UNUSED_RESULT;
gsize                   vsl_markdown_text_find_source   (VslMarkdownText     *self,
                                                         gsize                offset);
void                    vsl_markdown_text_map_range     (VslMarkdownText     *self,
                                                         gsize                offset,
                                                         gsize                length,
                                                         gsize               *source_offset,
                                                         gsize               *source_length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VslMarkdownText, vsl_markdown_text_free)

G_END_DECLS
