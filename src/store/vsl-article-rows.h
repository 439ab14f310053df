/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-article.h"
#include "store/vsl-db.h"

G_BEGIN_DECLS

gboolean    vsl_article_rows_find   (VslDb       *db,
                                     const char  *id,
                                     gint64      *number,
                                     gint64      *revision,
                                     GError     **error) G_GNUC_WARN_UNUSED_RESULT;
VslArticle *vsl_article_rows_load   (VslDb       *db,
                                     const char  *id,
                                     GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean    vsl_article_rows_insert (VslDb       *db,
                                     VslArticle  *article,
                                     guint        words,
                                     gint64      *number,
                                     GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean    vsl_article_rows_update (VslDb       *db,
                                     gint64       number,
                                     VslArticle  *article,
                                     guint        words,
                                     gboolean     lists,
                                     GError     **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean    vsl_article_rows_same_lists (VslArticle *a,
                                     VslArticle  *b);

G_END_DECLS
