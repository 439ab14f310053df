/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-site.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define VSL_TYPE_TIME_ENTRY (vsl_time_entry_get_type ())
G_DECLARE_FINAL_TYPE (VslTimeEntry, vsl_time_entry, VSL, TIME_ENTRY, AdwBin)

GtkWidget  *vsl_time_entry_new         (void) G_GNUC_WARN_UNUSED_RESULT;
gint64      vsl_time_entry_get_at      (VslTimeEntry *self);
void        vsl_time_entry_set_at      (VslTimeEntry *self,
                                        gint64        at);
const char *vsl_time_entry_get_problem (VslTimeEntry *self);

void        vsl_time_entry_set_site    (VslTimeEntry *self,
                                        VslSite      *site);

G_END_DECLS
