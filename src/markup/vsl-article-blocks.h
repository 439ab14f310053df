/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-article.h"
#include "markup/vsl-block-writer.h"

G_BEGIN_DECLS

void vsl_article_blocks_write_head         (VslBlockWriter *writer,
                                            VslArticle     *article);
void vsl_article_blocks_write_participants (VslBlockWriter *writer,
                                            VslArticle     *article);

G_END_DECLS
