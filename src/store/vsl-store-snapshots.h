/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-snapshot.h"
#include "store/vsl-store.h"

G_BEGIN_DECLS

VslSnapshot *vsl_store_add_snapshot          (VslStore          *self,
                                              const char        *article_id,
                                              VslSnapshotReason  reason,
                                              const char        *name,
                                              gint64             now,
                                              GError           **error) G_GNUC_WARN_UNUSED_RESULT;
VslSnapshot *vsl_store_add_snapshot_of       (VslStore          *self,
                                              VslArticle        *article,
                                              VslSnapshotReason  reason,
                                              gint64             now,
                                              GError           **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray   *vsl_store_list_snapshots        (VslStore          *self,
                                              const char        *article_id,
                                              GError           **error) G_GNUC_WARN_UNUSED_RESULT;
VslSnapshot *vsl_store_load_snapshot         (VslStore          *self,
                                              const char        *article_id,
                                              gint64             number,
                                              GError           **error) G_GNUC_WARN_UNUSED_RESULT;
VslArticle  *vsl_store_load_snapshot_article (VslStore          *self,
                                              const char        *article_id,
                                              gint64             number,
                                              GError           **error) G_GNUC_WARN_UNUSED_RESULT;
VslArticle  *vsl_store_restore_snapshot      (VslStore          *self,
                                              const char        *article_id,
                                              gint64             number,
                                              gint64             now,
                                              GError           **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean     vsl_store_name_snapshot         (VslStore          *self,
                                              const char        *article_id,
                                              gint64             number,
                                              const char        *name,
                                              GError           **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
