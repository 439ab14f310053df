/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Larger files and larger pictures are refused: they could fill the memory. */
#define VSL_PICTURE_MAX_BYTES (100 * 1024 * 1024)
#define VSL_PICTURE_MAX_PIXELS (200 * 1000 * 1000)

typedef enum
{
  VSL_PICTURE_JPEG,
  VSL_PICTURE_PNG,
  VSL_PICTURE_GIF,
  VSL_PICTURE_WEBP
} VslPictureType;

/* What the bytes of a picture tell of themselves. */
typedef struct
{
  VslPictureType type;
  guint          width;       /* pixels, as stored: before it is turned */
  guint          height;
  guint          orientation; /* 1 to 8, as EXIF numbers them; 1 is upright */
  gboolean       animated;
  gboolean       cmyk;        /* made for print: its colour profile is not one for screens */
} VslPictureFacts;

gboolean    vsl_picture_file_read             (GBytes                *bytes,
                                               const char            *name,
                                               VslPictureFacts       *facts,
                                               GError               **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes     *vsl_picture_file_strip            (GBytes                *bytes,
                                               const VslPictureFacts *facts) G_GNUC_WARN_UNUSED_RESULT;
const char *vsl_picture_type_get_content_type (VslPictureType         type);
void        vsl_picture_facts_get_shown_size  (const VslPictureFacts *facts,
                                               guint                 *width,
                                               guint                 *height);

G_END_DECLS
