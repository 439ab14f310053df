/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-copies.h"
#include "desk/vsl-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define VSL_TYPE_PUBLISH_FORM (vsl_publish_form_get_type ())
G_DECLARE_FINAL_TYPE (VslPublishForm, vsl_publish_form, VSL, PUBLISH_FORM, AdwBin)

GtkWidget    *vsl_publish_form_new              (void) G_GNUC_WARN_UNUSED_RESULT;
void          vsl_publish_form_set_desk         (VslPublishForm        *self,
                                                 VslDesk               *desk);
void          vsl_publish_form_set_document     (VslPublishForm        *self,
                                                 VslDocument           *document,
                                                 VslCopies             *copies);
VslSite      *vsl_publish_form_get_site         (VslPublishForm        *self);
VslOutboxRow *vsl_publish_form_get_row          (VslPublishForm        *self);
gboolean      vsl_publish_form_get_options      (VslPublishForm        *self,
                                                 VslPublicationOptions *options);
gboolean      vsl_publish_form_get_allowed      (VslPublishForm        *self);
char         *vsl_publish_form_dup_version_name (VslPublishForm        *self);
void          vsl_publish_form_update           (VslPublishForm        *self);
void          vsl_publish_form_choose_as_before (VslPublishForm        *self);
void          vsl_publish_form_choose_draft     (VslPublishForm        *self);
void          vsl_publish_form_add_site         (VslPublishForm        *self);
void          vsl_publish_form_forget_reason    (VslPublishForm        *self);
void          vsl_publish_form_forget_answers   (VslPublishForm        *self);

G_END_DECLS
