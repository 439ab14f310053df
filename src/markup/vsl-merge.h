/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A place that both changed, each in another way. Offsets and lengths are in characters. */
typedef struct
{
  gsize  offset;      /* in the merged text, which has our version of it */
  gsize  length;      /* of our version; 0 when we took it out */
  gsize  base_offset; /* in the text that both started from */
  char  *base;        /* (owned) */
  char  *ours;        /* (owned) */
  char  *theirs;      /* (owned) */
} VslMergeConflict;

/**
 * VslMerge:
 *
 * What two versions of one text make together. Freed by its one owner.
 */
typedef struct
{
  char      *text;      /* (owned) */
  GPtrArray *conflicts; /* (owned) of VslMergeConflict, in the order of the text; empty when there are none */
} VslMerge;

VslMerge *vsl_merge      (const char *base,
                          const char *ours,
                          const char *theirs) G_GNUC_WARN_UNUSED_RESULT;
void      vsl_merge_free (VslMerge   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VslMerge, vsl_merge_free)

G_END_DECLS
