/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "store/vsl-backup-files.h"
#include "store/vsl-store.h"

G_BEGIN_DECLS

#define VSL_TYPE_KEEPER (vsl_keeper_get_type ())
G_DECLARE_FINAL_TYPE (VslKeeper, vsl_keeper, VSL, KEEPER, GObject)

VslKeeper *vsl_keeper_new           (VslStore             *store) G_GNUC_WARN_UNUSED_RESULT;
void       vsl_keeper_close         (VslKeeper            *self);

gboolean   vsl_keeper_is_backup_due (VslKeeper            *self,
                                     gint64                now);
void       vsl_keeper_backup_async  (VslKeeper            *self,
                                     gint64                now,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
char      *vsl_keeper_backup_finish (VslKeeper            *self,
                                     GAsyncResult         *result,
                                     GError              **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean   vsl_keeper_backup_to     (VslKeeper            *self,
                                     const char           *path,
                                     GError              **error) G_GNUC_WARN_UNUSED_RESULT;

void       vsl_keeper_check_async   (VslKeeper            *self,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
GPtrArray *vsl_keeper_check_finish  (VslKeeper            *self,
                                     GAsyncResult         *result,
                                     GError              **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *vsl_keeper_check         (VslKeeper            *self,
                                     GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
