/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-snapshot.h"
#include "desk/vsl-desk.h"

G_BEGIN_DECLS

/* The versions of an article. One is kept by itself before the first change of a run and with every
 * minute of work, before a publication and before a restoration. They wait for the disk. */

/* (element-type VslSnapshot), newest first. */
GPtrArray   *vsl_desk_list_versions    (VslDesk     *self,
                                        const char  *article_id,
                                        GError     **error) G_GNUC_WARN_UNUSED_RESULT;
VslArticle  *vsl_desk_load_version     (VslDesk     *self,
                                        const char  *article_id,
                                        gint64       number,
                                        GError     **error) G_GNUC_WARN_UNUSED_RESULT;
/* Keeps the article as it is on the screen; @name: (nullable) */
VslSnapshot *vsl_desk_keep_version     (VslDesk     *self,
                                        const char  *article_id,
                                        const char  *name,
                                        GError     **error) G_GNUC_WARN_UNUSED_RESULT;
/* Keeps it likewise for a reason of the program's own; called before anything that changes a lot at
 * once: %VSL_SNAPSHOT_BEFORE_FIX, _BEFORE_PULL, _BEFORE_MERGE, _BEFORE_PUBLISH. */
VslSnapshot *vsl_desk_keep_version_before (VslDesk  *self,
                                        const char  *article_id,
                                        VslSnapshotReason reason,
                                        GError     **error);
/* As vsl_desk_keep_version(), without waiting. */
void         vsl_desk_keep_version_async (VslDesk   *self,
                                        const char  *article_id,
                                        const char  *name,
                                        GAsyncReadyCallback callback,
                                        gpointer     user_data);
VslSnapshot *vsl_desk_keep_version_finish (VslDesk  *self,
                                        GAsyncResult *result,
                                        GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean     vsl_desk_name_version     (VslDesk     *self,
                                        const char  *article_id,
                                        gint64       number,
                                        const char  *name,
                                        GError     **error);
/* Nothing is lost by it: what is there now becomes a version first. */
VslArticle  *vsl_desk_restore_version  (VslDesk     *self,
                                        const char  *article_id,
                                        gint64       number,
                                        GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
