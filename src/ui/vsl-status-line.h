/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VSL_TYPE_STATUS_LINE (vsl_status_line_get_type ())
G_DECLARE_FINAL_TYPE (VslStatusLine, vsl_status_line, VSL, STATUS_LINE, GtkWidget)

GtkWidget   *vsl_status_line_new          (void) G_GNUC_WARN_UNUSED_RESULT;
VslDocument *vsl_status_line_get_document (VslStatusLine *self);
void         vsl_status_line_set_document (VslStatusLine *self,
                                           VslDocument   *document);

G_END_DECLS
