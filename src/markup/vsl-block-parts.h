/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "markup/vsl-block-writer.h"

G_BEGIN_DECLS

void vsl_block_append_text     (VslBlockWriter *writer,
                                const char     *text);
void vsl_block_append_tags     (VslBlockWriter *writer,
                                const char     *tags);
void vsl_block_begin_paragraph (VslBlockWriter *writer,
                                const char     *class_name);
void vsl_block_end_paragraph   (VslBlockWriter *writer);
void vsl_block_begin_heading   (VslBlockWriter *writer,
                                int             level);
void vsl_block_end_heading     (VslBlockWriter *writer,
                                int             level);
void vsl_block_begin_group     (VslBlockWriter *writer,
                                const char     *class_name);
void vsl_block_end_group       (VslBlockWriter *writer);
void vsl_block_begin_item      (VslBlockWriter *writer);
void vsl_block_end_item        (VslBlockWriter *writer);

G_END_DECLS
