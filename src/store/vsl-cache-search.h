/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-search-hit.h"
#include "store/vsl-db.h"
#include "store/vsl-search-query.h"

G_BEGIN_DECLS

/* Hits up to this number are put in order of fitness; of more, the newest come first: to rate them all
 * takes seven times as long as finding them. */
#define VSL_CACHE_MAX_RANKED 20000
/* Whether words stand side by side has to be looked up in every article that has them all. */
#define VSL_CACHE_MAX_RANKED_PHRASES 2000

typedef struct
{
  GPtrArray *hits;   /* (owned) (element-type VslSearchHit) */
  guint      n_found; /* how many there are in all; G_MAXUINT where more than are ranked */
  gboolean   ranked;
} VslSearchResult;

VslSearchResult *vsl_cache_search_run   (VslDb                 *db,
                                         const VslSearchQuery  *query,
                                         GBytes                *site_ids,
                                         guint                  limit,
                                         GError               **error) G_GNUC_WARN_UNUSED_RESULT;
void             vsl_search_result_free (VslSearchResult       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VslSearchResult, vsl_search_result_free)

G_END_DECLS
