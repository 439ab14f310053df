/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define VSL_TYPE_PICTURE (vsl_picture_get_type ())
G_DECLARE_FINAL_TYPE (VslPicture, vsl_picture, VSL, PICTURE, GObject)

VslPicture *vsl_picture_new           (const char *hash,
                                       const char *content_type,
                                       const char *credit,
                                       const char *caption,
                                       const char *alt) G_GNUC_WARN_UNUSED_RESULT;
const char *vsl_picture_get_hash         (VslPicture *self);
const char *vsl_picture_get_content_type (VslPicture *self);
const char *vsl_picture_get_credit       (VslPicture *self);
const char *vsl_picture_get_caption      (VslPicture *self);
const char *vsl_picture_get_alt          (VslPicture *self);
gboolean    vsl_picture_equal            (VslPicture *a,
                                          VslPicture *b);

G_END_DECLS
