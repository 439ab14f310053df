/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "cms/vsl-credentials.h"
#include "core/vsl-site.h"

G_BEGIN_DECLS

void       vsl_doctor_examine_async  (VslSite               *site,
                                      const char            *password,
                                      VslCredentialsOutcome  outcome,
                                      const char            *folder_root,
                                      GCancellable          *cancellable,
                                      GAsyncReadyCallback    callback,
                                      gpointer               user_data);
GPtrArray *vsl_doctor_examine_finish (GAsyncResult          *result,
                                      GError               **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
