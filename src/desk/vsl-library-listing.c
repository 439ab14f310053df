/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "desk/vsl-library-listing.h"

static VslStoreFilter
make_filter (const VslLibraryQuery *query)
{
  return (VslStoreFilter) {
    .status = query->status,
    .tag = query->tag,
    .site = query->site,
    .deleted = query->bin,
    .event = query->event,
    .outbox = query->outbox,
  };
}

static VslStoreSort
map_sort (VslLibrarySort sort)
{
  switch (sort)
    {
    case VSL_LIBRARY_SORT_CREATED:
      return VSL_STORE_SORT_CREATED;
    case VSL_LIBRARY_SORT_HEADLINE:
      return VSL_STORE_SORT_HEADLINE;
    case VSL_LIBRARY_SORT_WORDS:
      return VSL_STORE_SORT_WORDS;
    case VSL_LIBRARY_SORT_UPDATED:
    default:
      return VSL_STORE_SORT_UPDATED;
    }
}

/**
 * vsl_library_listing_load:
 * @store: the store
 * @query: which articles
 * @error: return location
 *
 * Any thread.
 *
 * Returns: (transfer full): their ids, in the order of @query, to be read with vsl_store_ids_get()
 */
GBytes *
vsl_library_listing_load (VslStore               *store,
                          const VslLibraryQuery  *query,
                          GError                **error)
{
  VslStoreFilter filter = make_filter (query);

  return vsl_store_list_ids (store, &filter, map_sort (query->sort), query->reversed, error);
}
