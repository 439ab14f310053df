/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "exchange/vsl-participant-list.h"

G_BEGIN_DECLS

typedef enum
{
  VSL_SEGMENT_PLAIN,
  VSL_SEGMENT_LABELS,      /* one line with one or two labels */
  VSL_SEGMENT_PARTICIPANTS /* a whole list with its heading */
} VslSegmentKind;

/**
 * VslSegment:
 * @first: its first line, from 0
 * @n_lines: how many lines
 * @joined: it goes on in the paragraph of the segment before it
 * @taken: its text went to a field; else it belongs to the body
 * @items: (nullable) (owned): the participants
 */
typedef struct
{
  VslSegmentKind kind;
  guint first;
  guint n_lines;
  gboolean joined;
  gboolean taken;
  guint n_labels;
  VslLabel labels[VSL_MAX_LABELS];
  GArray *items;
} VslSegment;

GArray *vsl_text_segments_new  (const VslSourceLines *lines,
                                guint                 first) G_GNUC_WARN_UNUSED_RESULT;
guint   vsl_text_segments_mark (GArray               *segments,
                                const VslSourceLines *lines);

G_END_DECLS
