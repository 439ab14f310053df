/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "store/vsl-cache-search.h"
#include "store/vsl-store.h"

G_BEGIN_DECLS

#define VSL_TYPE_CACHE (vsl_cache_get_type ())
G_DECLARE_FINAL_TYPE (VslCache, vsl_cache, VSL, CACHE, GObject)

/* In the main context of who asked for it. */
typedef void (*VslCacheProgress) (VslCache *self, guint n_done, guint n_total, gpointer data);

VslCache        *vsl_cache_new           (VslStore              *store) G_GNUC_WARN_UNUSED_RESULT;
VslCache        *vsl_cache_open          (VslStore              *store,
                                          GError               **error) G_GNUC_WARN_UNUSED_RESULT;
void             vsl_cache_close         (VslCache              *self);

char           **vsl_cache_list_failed   (VslCache              *self) G_GNUC_WARN_UNUSED_RESULT;
void             vsl_cache_update        (VslCache              *self,
                                          const char            *article_id);
void             vsl_cache_sync_async    (VslCache              *self,
                                          GCancellable          *cancellable,
                                          VslCacheProgress       progress,
                                          gpointer               progress_data,
                                          GAsyncReadyCallback    callback,
                                          gpointer               user_data);
gboolean         vsl_cache_sync_finish   (VslCache              *self,
                                          GAsyncResult          *result,
                                          GError               **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean         vsl_cache_sync          (VslCache              *self,
                                          GError               **error) G_GNUC_WARN_UNUSED_RESULT;

void             vsl_cache_search_async  (VslCache              *self,
                                          const VslSearchQuery  *query,
                                          guint                  limit,
                                          GCancellable          *cancellable,
                                          GAsyncReadyCallback    callback,
                                          gpointer               user_data);
VslSearchResult *vsl_cache_search_finish (VslCache              *self,
                                          GAsyncResult          *result,
                                          GError               **error) G_GNUC_WARN_UNUSED_RESULT;
VslSearchResult *vsl_cache_search        (VslCache              *self,
                                          const VslSearchQuery  *query,
                                          guint                  limit,
                                          GError               **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
