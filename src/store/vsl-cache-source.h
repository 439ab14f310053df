/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "store/vsl-article-id.h"
#include "store/vsl-store.h"

G_BEGIN_DECLS

/* An article and which state of it is meant. */
typedef struct
{
  char   id[VSL_ARTICLE_ID_LENGTH + 1];
  gint64 revision;
} VslArticleState;

GArray     *vsl_cache_source_list (VslStore    *store,
                                   GError     **error) G_GNUC_WARN_UNUSED_RESULT;
VslArticle *vsl_cache_source_load (VslStore    *store,
                                   const char  *id,
                                   GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
