/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VSL_TYPE_PICTURE_ROW (vsl_picture_row_get_type ())
G_DECLARE_FINAL_TYPE (VslPictureRow, vsl_picture_row, VSL, PICTURE_ROW, GtkBox)

GtkWidget  *vsl_picture_row_new         (VslDesk       *desk,
                                         VslPicture    *picture) G_GNUC_WARN_UNUSED_RESULT;
VslPicture *vsl_picture_row_get_picture (VslPictureRow *self);
void        vsl_picture_row_set_picture (VslPictureRow *self,
                                         VslPicture    *picture);

G_END_DECLS
