/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "store/vsl-cache.h"
#include "store/vsl-db.h"
#include "store/vsl-store-thread.h"

G_BEGIN_DECLS

/* For the files of the cache only. */
VslStore       *vsl_cache_get_store      (VslCache      *self);
VslStoreThread *vsl_cache_get_thread     (VslCache      *self);
VslDb          *vsl_cache_get_db         (VslCache      *self,
                                          GError       **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean        vsl_cache_is_written     (VslCache      *self);
gboolean        vsl_cache_is_closing     (VslCache      *self);
gboolean        vsl_cache_forgive        (VslCache      *self,
                                          GError        *cause);
void            vsl_cache_begin_read     (VslCache      *self,
                                          GCancellable  *cancellable);
void            vsl_cache_end_read       (VslCache      *self);
void            vsl_cache_interrupt_read (VslCache      *self,
                                          GCancellable  *cancellable);
gboolean        vsl_cache_take_pending   (VslCache      *self,
                                          const char    *article_id);
gboolean        vsl_cache_add_pending    (VslCache      *self,
                                          const char    *article_id);
void            vsl_cache_mark_failed    (VslCache      *self,
                                          const char    *article_id,
                                          gboolean       failed);

G_END_DECLS
