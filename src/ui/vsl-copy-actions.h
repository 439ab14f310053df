/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-outbox-row.h"
#include "core/vsl-site.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define VSL_TYPE_COPY_ACTIONS (vsl_copy_actions_get_type ())
G_DECLARE_FINAL_TYPE (VslCopyActions, vsl_copy_actions, VSL, COPY_ACTIONS, AdwBin)

GtkWidget *vsl_copy_actions_new     (void) G_GNUC_WARN_UNUSED_RESULT;
void       vsl_copy_actions_set_row (VslCopyActions *self,
                                     VslOutboxRow   *row,
                                     VslSite        *site,
                                     const char     *headline);

G_END_DECLS
