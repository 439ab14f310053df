/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VslBlockWriter:
 *
 * Writes the comments that delimit WordPress blocks, the way WordPress writes them itself. The
 * caller writes the HTML of a block between begin and end to vsl_block_writer_get_out().
 */
typedef struct _VslBlockWriter VslBlockWriter;

VslBlockWriter *vsl_block_writer_new         (const char     *token) G_GNUC_WARN_UNUSED_RESULT;
void            vsl_block_writer_free        (VslBlockWriter *self);
char           *vsl_block_writer_end_text    (VslBlockWriter *self) G_GNUC_WARN_UNUSED_RESULT;
GString        *vsl_block_writer_get_out     (VslBlockWriter *self);
gboolean        vsl_block_writer_has_inner   (VslBlockWriter *self);
void            vsl_block_writer_begin       (VslBlockWriter *self,
                                              const char     *name,
                                              const char     *attributes,
                                              const char     *class_name);
void            vsl_block_writer_end         (VslBlockWriter *self);
void            vsl_block_writer_append_raw  (VslBlockWriter *self,
                                              const char     *blocks,
                                              gsize           length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VslBlockWriter, vsl_block_writer_free)

G_END_DECLS
