/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-article.h"
#include "store/vsl-db.h"

G_BEGIN_DECLS

GHashTable *vsl_cache_index_load_revisions (VslDb       *db,
                                            GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean    vsl_cache_index_put            (VslDb       *db,
                                            VslArticle  *article,
                                            GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean    vsl_cache_index_remove         (VslDb       *db,
                                            const char  *id,
                                            GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
