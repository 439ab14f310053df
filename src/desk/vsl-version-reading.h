/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-desk.h"

G_BEGIN_DECLS

/* The versions of an article for a window, which never waits for the disk. */

void        vsl_desk_list_versions_async  (VslDesk              *self,
                                           const char           *article_id,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
/* (element-type VslSnapshot), newest first. */
GPtrArray  *vsl_desk_list_versions_finish (VslDesk              *self,
                                           GAsyncResult         *result,
                                           GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void        vsl_desk_load_version_async   (VslDesk              *self,
                                           const char           *article_id,
                                           gint64                number,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
VslArticle *vsl_desk_load_version_finish  (VslDesk              *self,
                                           GAsyncResult         *result,
                                           GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
