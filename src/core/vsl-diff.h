/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What has to be done with a stretch of the first text to get the second. */
typedef enum
{
  VSL_DIFF_EQUAL,
  VSL_DIFF_INSERT, /* in the second text only */
  VSL_DIFF_DELETE  /* in the first text only */
} VslDiffOp;

/**
 * VslDiffPart:
 *
 * A stretch of words, and in which of two texts it is.
 */
typedef struct
{
  VslDiffOp op;
  char *text; /* (owned) */
} VslDiffPart;

const char  *vsl_diff_op_get_name (VslDiffOp    op);
VslDiffPart *vsl_diff_part_new    (VslDiffOp    op,
                                   const char  *text,
                                   gssize       length) G_GNUC_WARN_UNUSED_RESULT;
void         vsl_diff_part_free   (VslDiffPart *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VslDiffPart, vsl_diff_part_free)

G_END_DECLS
