/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-desk.h"

G_BEGIN_DECLS

typedef void (*VslDeskOpen) (const char *url,
                             gpointer    data);

void  vsl_desk_authorize_async  (VslDesk              *self,
                                 const char           *address,
                                 VslDeskOpen           open,
                                 gpointer              open_data,
                                 GCancellable         *cancellable,
                                 GAsyncReadyCallback   callback,
                                 gpointer              user_data);
char *vsl_desk_authorize_finish (VslDesk              *self,
                                 GAsyncResult         *result,
                                 char                **user,
                                 GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void  vsl_desk_wipe_password    (char                 *password);

G_END_DECLS
