/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-diagnosis.h"
#include "desk/vsl-desk.h"

G_BEGIN_DECLS

void       vsl_desk_examine_site_async  (VslDesk              *self,
                                         VslSite              *site,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
GPtrArray *vsl_desk_examine_site_finish (VslDesk              *self,
                                         GAsyncResult         *result,
                                         GError              **error) G_GNUC_WARN_UNUSED_RESULT;
char      *vsl_desk_compose_remedies    (VslSite              *site,
                                         GPtrArray            *steps) G_GNUC_WARN_UNUSED_RESULT;
const char *vsl_desk_get_step_title     (const char           *step);

G_END_DECLS
