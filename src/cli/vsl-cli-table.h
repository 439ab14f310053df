/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VslCliTable:
 *
 * Rows for people: columns as wide as their widest cell, the last as wide as it likes.
 */
typedef struct _VslCliTable VslCliTable;

VslCliTable *vsl_cli_table_new   (guint        n_columns) G_GNUC_WARN_UNUSED_RESULT;
void         vsl_cli_table_free  (VslCliTable *self);
void         vsl_cli_table_add   (VslCliTable *self,
                                  ...) G_GNUC_NULL_TERMINATED;
void         vsl_cli_table_print (VslCliTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VslCliTable, vsl_cli_table_free)

G_END_DECLS
