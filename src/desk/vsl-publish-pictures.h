/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "cms/vsl-cms.h"
#include "core/vsl-site.h"
#include "store/vsl-store.h"

G_BEGIN_DECLS

/* Called in the main thread: where sending pictures is, translated. */
typedef void (*VslPublishPicturesTell) (const char *detail,
                                        gpointer    data);

/* Puts the pictures that an article uses on a site, each once; gives the article back with them in
 * their places there. */
void        vsl_publish_pictures_async  (VslStore               *store,
                                         VslCms                 *cms,
                                         VslSite                *site,
                                         const char             *data_dir,
                                         VslArticle             *article,
                                         guint                   look_ms,
                                         gint64                  now,
                                         VslPublishPicturesTell  tell,
                                         gpointer                tell_data,
                                         GCancellable           *cancellable,
                                         GAsyncReadyCallback     callback,
                                         gpointer                user_data);
VslArticle *vsl_publish_pictures_finish (VslCms                 *cms,
                                         GAsyncResult           *result,
                                         guint                  *n_sent,
                                         guint                  *n_unused,
                                         GPtrArray             **own,
                                         GError                **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
