/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "ui/vsl-publish-attempt.h"

G_BEGIN_DECLS

#define VSL_TYPE_PUBLISH_ATTEMPTS (vsl_publish_attempts_get_type ())
G_DECLARE_FINAL_TYPE (VslPublishAttempts, vsl_publish_attempts, VSL, PUBLISH_ATTEMPTS, GObject)

VslPublishAttempts *vsl_publish_attempts_new         (void) G_GNUC_WARN_UNUSED_RESULT;
VslPublishAttempt  *vsl_publish_attempts_find        (VslPublishAttempts          *self,
                                                      VslDocument                 *document);
void                vsl_publish_attempts_start       (VslPublishAttempts          *self,
                                                      VslDesk                     *desk,
                                                      VslDocument                 *document,
                                                      VslSite                     *site,
                                                      const VslPublicationOptions *options,
                                                      const char                  *version_name);
void                vsl_publish_attempts_start_again (VslPublishAttempts          *self,
                                                      VslDesk                     *desk,
                                                      VslDocument                 *document,
                                                      gboolean                     create_terms);
void                vsl_publish_attempts_replace_tag (VslPublishAttempts          *self,
                                                      VslDesk                     *desk,
                                                      VslDocument                 *document,
                                                      const char                  *typed,
                                                      const char                  *known);

G_END_DECLS
