/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-article.h"
#include "core/vsl-review-passage.h"
#include "core/vsl-sentences.h"

G_BEGIN_DECLS

/**
 * VslQuoted:
 * @span: the quotation, in bytes of its paragraph
 * @text: (owned): what is quoted
 * @speaker: (owned) (nullable): the name of who says it, as far as the article tells
 */
typedef struct
{
  VslByteSpan span;
  char *text;
  char *speaker;
} VslQuoted;

/**
 * VslQuotedParagraph:
 * @place: where it stands
 * @text: (owned): as plain text
 * @quoted: (owned): of VslQuoted, in order
 * @attribution: (owned) (nullable): the name under a pull quote, or of who is quoted with it in the text
 *
 * A paragraph of an article, or a field that is one: what is cut into sentences.
 */
typedef struct
{
  VslReviewPlace place;
  char *text;
  GArray *quoted;
  char *attribution;
} VslQuotedParagraph;

GPtrArray *vsl_quoted_paragraphs_read (VslArticle *article) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
