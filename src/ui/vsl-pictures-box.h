/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VSL_TYPE_PICTURES_BOX (vsl_pictures_box_get_type ())
G_DECLARE_FINAL_TYPE (VslPicturesBox, vsl_pictures_box, VSL, PICTURES_BOX, GtkBox)

GtkWidget *vsl_pictures_box_new          (void) G_GNUC_WARN_UNUSED_RESULT;
void       vsl_pictures_box_set_document (VslPicturesBox *self,
                                          VslDesk        *desk,
                                          VslDocument    *document);
void       vsl_pictures_box_add_file     (VslPicturesBox *self,
                                          GFile          *file);

G_END_DECLS
