/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* The scheme of addresses in a body that mean a picture of the article. */
#define VSL_PICTURE_SCHEME "media:"

/* The middle of a picture, in per mille. */
#define VSL_PICTURE_MIDDLE 500

/* Where a picture stands on the target that is written for. */
typedef struct
{
  const char *url;       /* (nullable) */
  const char *remote_id; /* (nullable) of a site that numbers its pictures */
  const char *srcset;    /* (nullable) other sizes of it, as HTML lists them */
  guint       width;     /* pixels; 0 for unknown */
  guint       height;
} VslPicturePlace;

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
gboolean    vsl_picture_get_decorative   (VslPicture *self);
gboolean    vsl_picture_get_featured     (VslPicture *self);
void        vsl_picture_get_focus        (VslPicture *self,
                                          guint      *x,
                                          guint      *y);
const VslPicturePlace *vsl_picture_get_place (VslPicture *self);

VslPicture *vsl_picture_with_texts       (VslPicture *self,
                                          const char *credit,
                                          const char *caption,
                                          const char *alt) G_GNUC_WARN_UNUSED_RESULT;
VslPicture *vsl_picture_with_decorative  (VslPicture *self,
                                          gboolean    decorative) G_GNUC_WARN_UNUSED_RESULT;
VslPicture *vsl_picture_with_featured    (VslPicture *self,
                                          gboolean    featured) G_GNUC_WARN_UNUSED_RESULT;
VslPicture *vsl_picture_with_focus       (VslPicture *self,
                                          guint       x,
                                          guint       y) G_GNUC_WARN_UNUSED_RESULT;
VslPicture *vsl_picture_with_file        (VslPicture *self,
                                          const char *hash,
                                          const char *content_type) G_GNUC_WARN_UNUSED_RESULT;
VslPicture *vsl_picture_with_place       (VslPicture *self,
                                          const VslPicturePlace *place) G_GNUC_WARN_UNUSED_RESULT;

const char *vsl_picture_get_ending       (const char *content_type);
char       *vsl_picture_dup_reference    (VslPicture *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean    vsl_picture_is_meant_by      (VslPicture *self,
                                          const char *reference);
gboolean    vsl_picture_equal            (VslPicture *a,
                                          VslPicture *b);

G_END_DECLS
