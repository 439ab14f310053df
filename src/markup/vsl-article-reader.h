/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-article.h"

G_BEGIN_DECLS

VslArticle *vsl_article_reader_read_blocks (VslArticle *base,
                                            const char *headline,
                                            const char *content,
                                            guint      *n_left) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
