/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "exchange/vsl-import-notes.h"

G_BEGIN_DECLS

/**
 * VslSourceLine:
 * @text: the line without white space at its ends; NUL-terminated
 * @length: its length in bytes; 0 for a blank line
 * @column: the column of its first character in the file, from 1
 */
typedef struct
{
  const char *text;
  guint length;
  guint column;
} VslSourceLine;

/**
 * VslSourceLines:
 * @lines: (element-type VslSourceLine): line number n of the file is element n - 1
 * @first: the first line that is not blank; the number of lines when all are
 * @tight: no blank line divides the text, so every line is a paragraph
 *
 * A file of text, cut into clean lines: in each, one character is one character of the file, and
 * stray no-break spaces are ordinary ones.
 */
typedef struct
{
  GArray *lines;
  guint first;
  gboolean tight;
  char *buffer;
} VslSourceLines;

VslSourceLines      *vsl_source_lines_new_take (char                 *text,
                                                VslImportNotes       *notes) G_GNUC_WARN_UNUSED_RESULT;
void                 vsl_source_lines_free     (VslSourceLines       *self);
const VslSourceLine *vsl_source_lines_get      (const VslSourceLines *self,
                                                guint                 index);
gboolean             vsl_source_lines_ends_block (const VslSourceLines *self,
                                                guint                 index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VslSourceLines, vsl_source_lines_free)

G_END_DECLS
