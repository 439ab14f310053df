/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-desk.h"

G_BEGIN_DECLS

#define VSL_TYPE_PUBLISH_ATTEMPT (vsl_publish_attempt_get_type ())
G_DECLARE_FINAL_TYPE (VslPublishAttempt, vsl_publish_attempt, VSL, PUBLISH_ATTEMPT, GObject)

VslPublishAttempt           *vsl_publish_attempt_new             (VslDesk                     *desk,
                                                                  VslDocument                 *document,
                                                                  VslSite                     *site,
                                                                  const VslPublicationOptions *options,
                                                                  const char                  *version_name) G_GNUC_WARN_UNUSED_RESULT;
VslSite                     *vsl_publish_attempt_get_site        (VslPublishAttempt           *self);
const VslPublicationOptions *vsl_publish_attempt_get_options     (VslPublishAttempt           *self);
VslPublication              *vsl_publish_attempt_get_publication (VslPublishAttempt           *self);
const char                  *vsl_publish_attempt_get_problem     (VslPublishAttempt           *self);
gboolean                     vsl_publish_attempt_get_running     (VslPublishAttempt           *self);

G_END_DECLS
