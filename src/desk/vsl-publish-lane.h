/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-publish-run.h"

G_BEGIN_DECLS

/**
 * VslPublishLane:
 *
 * The way to one origin: so many runs at a time, and none while it is left alone. Freed by its one
 * owner; main thread.
 */
typedef struct _VslPublishLane VslPublishLane;

VslPublishLane *vsl_publish_lane_new   (const VslPublishContext *context,
                                        guint                    width) G_GNUC_WARN_UNUSED_RESULT;
void            vsl_publish_lane_free  (VslPublishLane          *self);
char           *vsl_publish_lane_name  (VslSite                 *site) G_GNUC_WARN_UNUSED_RESULT;
void            vsl_publish_lane_enter (VslPublishLane          *self,
                                        VslPublishRun           *run);
void            vsl_publish_lane_look  (VslPublishLane          *self,
                                        VslPublishRun           *run);
void            vsl_publish_lane_leave (VslPublishLane          *self,
                                        VslPublishRun           *run);
void            vsl_publish_lane_reset (VslPublishLane          *self);
void            vsl_publish_lane_empty (VslPublishLane          *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VslPublishLane, vsl_publish_lane_free)

G_END_DECLS
