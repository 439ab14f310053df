/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-publication.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define VSL_TYPE_PUBLISH_CHOICES (vsl_publish_choices_get_type ())
G_DECLARE_FINAL_TYPE (VslPublishChoices, vsl_publish_choices, VSL, PUBLISH_CHOICES, AdwBin)

GtkWidget *vsl_publish_choices_new         (void) G_GNUC_WARN_UNUSED_RESULT;
gboolean   vsl_publish_choices_get_options (VslPublishChoices     *self,
                                            VslPublicationOptions *options);
void       vsl_publish_choices_set_status  (VslPublishChoices     *self,
                                            VslRemoteStatus        status,
                                            gint64                 at);

void       vsl_publish_choices_set_site    (VslPublishChoices           *self,
                                            VslSite                     *site);

G_END_DECLS
