/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-desk.h"

G_BEGIN_DECLS

/* Logs in anew, and takes over what the site says of itself and of its user now. */
void      vsl_desk_reconnect_site_async  (VslDesk              *self,
                                          const char           *name,
                                          const char           *password,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
VslSite  *vsl_desk_reconnect_site_finish (VslDesk              *self,
                                          GAsyncResult         *result,
                                          char                **note,
                                          GError              **error) G_GNUC_WARN_UNUSED_RESULT;
/* Gives a site another name in the lists; nothing changes on the site. */
void      vsl_desk_rename_site_async     (VslDesk              *self,
                                          const char           *name,
                                          const char           *new_name,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
gboolean  vsl_desk_rename_site_finish    (VslDesk              *self,
                                          GAsyncResult         *result,
                                          GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
