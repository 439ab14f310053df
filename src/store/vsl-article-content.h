/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-article.h"
#include "store/vsl-store-error.h"

G_BEGIN_DECLS

GBytes     *vsl_article_content_write (VslArticle  *article) G_GNUC_WARN_UNUSED_RESULT;
VslArticle *vsl_article_content_read  (GBytes      *content,
                                       GError     **error) G_GNUC_WARN_UNUSED_RESULT;
char       *vsl_article_content_hash  (GBytes      *content) G_GNUC_WARN_UNUSED_RESULT;
GBytes     *vsl_article_content_pack  (GBytes      *content,
                                       GError     **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes     *vsl_article_content_unpack (GBytes     *packed,
                                       gsize        length,
                                       GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
