/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

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

G_END_DECLS
