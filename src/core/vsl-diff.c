/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-core"

#include "core/vsl-diff.h"

static const char *const op_names[] = {
  [VSL_DIFF_EQUAL] = "equal",
  [VSL_DIFF_INSERT] = "insert",
  [VSL_DIFF_DELETE] = "delete",
};

/**
 * vsl_diff_op_get_name:
 * @op: an operation
 *
 * Returns: its stable name
 */
const char *
vsl_diff_op_get_name (VslDiffOp op)
{
  g_return_val_if_fail ((guint) op < G_N_ELEMENTS (op_names), "equal");

  return op_names[op];
}

/**
 * vsl_diff_part_new:
 * @op: in which text it is
 * @text: the words
 * @length: their length in bytes, or -1 when they end with a zero
 *
 * Returns: (transfer full): a part of a difference
 */
VslDiffPart *
vsl_diff_part_new (VslDiffOp   op,
                   const char *text,
                   gssize      length)
{
  VslDiffPart *self = g_new (VslDiffPart, 1);

  self->op = op;
  self->text = length < 0 ? g_strdup (text) : g_strndup (text, (gsize) length);

  return self;
}

/**
 * vsl_diff_part_free:
 * @self: (transfer full): a part
 *
 * Frees it.
 */
void
vsl_diff_part_free (VslDiffPart *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->text);
  g_free (self);
}
