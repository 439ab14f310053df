/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "markup/vsl-text-map.h"

#include <cmark.h>

G_BEGIN_DECLS

/**
 * VslSourceCursor:
 * @map: (unowned): what the text is appended to
 * @source: (unowned): the body
 * @at: how far it has been read
 * @signs: (nullable): where the signs before the current line began, while nothing after them has
 *   been read
 * @end: where the block ends
 * @quotes: the number of block quotes around it, each of which begins its lines with a sign
 * @misses: how often the text could not be found where it should be
 *
 * Follows one paragraph or heading in the body while its nodes are visited. cmark tells the place
 * of a block, but not reliably that of a word in it.
 */
typedef struct
{
  VslTextMap *map;
  const char *source;
  const char *at;
  const char *signs;
  const char *end;
  guint quotes;
  guint misses;
} VslSourceCursor;

void vsl_source_cursor_begin (VslSourceCursor *self,
                              cmark_node      *block);
void vsl_source_cursor_visit (VslSourceCursor *self,
                              cmark_node      *node,
                              gboolean         entering);

G_END_DECLS
