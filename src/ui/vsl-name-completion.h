/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-desk.h"
#include "desk/vsl-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VSL_TYPE_NAME_COMPLETION (vsl_name_completion_get_type ())
G_DECLARE_FINAL_TYPE (VslNameCompletion, vsl_name_completion, VSL, NAME_COMPLETION, GObject)

VslNameCompletion *vsl_name_completion_new          (GtkTextView       *view,
                                                     VslField           field) G_GNUC_WARN_UNUSED_RESULT;
void               vsl_name_completion_set_document (VslNameCompletion *self,
                                                     VslDocument       *document);
void               vsl_name_completion_set_desk     (VslNameCompletion *self,
                                                     VslDesk           *desk);
/* Before the view is taken apart. */
void               vsl_name_completion_end          (VslNameCompletion *self);

G_END_DECLS
