/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define VSL_TYPE_TAG_ENTRY (vsl_tag_entry_get_type ())
G_DECLARE_FINAL_TYPE (VslTagEntry, vsl_tag_entry, VSL, TAG_ENTRY, AdwBin)

GtkWidget          *vsl_tag_entry_new       (void) G_GNUC_WARN_UNUSED_RESULT;
const char * const *vsl_tag_entry_get_tags  (VslTagEntry        *self);
void                vsl_tag_entry_set_tags  (VslTagEntry        *self,
                                             const char * const *tags);
void                vsl_tag_entry_set_known (VslTagEntry        *self,
                                             const char * const *known);

G_END_DECLS
