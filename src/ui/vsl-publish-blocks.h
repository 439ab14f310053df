/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define VSL_TYPE_PUBLISH_BLOCKS (vsl_publish_blocks_get_type ())
G_DECLARE_FINAL_TYPE (VslPublishBlocks, vsl_publish_blocks, VSL, PUBLISH_BLOCKS, AdwBin)

GtkWidget *vsl_publish_blocks_new              (void) G_GNUC_WARN_UNUSED_RESULT;
void       vsl_publish_blocks_set_row          (VslPublishBlocks *self,
                                                VslDesk          *desk,
                                                VslDocument      *document,
                                                VslOutboxRow     *row);
void       vsl_publish_blocks_update           (VslPublishBlocks *self,
                                                VslDesk          *desk,
                                                VslDocument      *document,
                                                VslSite          *site,
                                                gint64            seen_at);
gboolean   vsl_publish_blocks_get_allowed      (VslPublishBlocks *self);
char      *vsl_publish_blocks_dup_version_name (VslPublishBlocks *self,
                                                VslSite          *site) G_GNUC_WARN_UNUSED_RESULT;
void       vsl_publish_blocks_forget           (VslPublishBlocks *self);

G_END_DECLS
