/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "exchange/vsl-picture-facts.h"

G_BEGIN_DECLS

/* One way through the parts of a picture's file. @out, when it is there, gets the file without what
 * says where, when, by whom and with what it was made. FALSE: the file is cut off or damaged. */
typedef gboolean (*VslPictureWalk) (const guint8    *data,
                                    gsize            size,
                                    VslPictureFacts *facts,
                                    GByteArray      *out);

gboolean vsl_picture_walk_jpeg      (const guint8    *data,
                                     gsize            size,
                                     VslPictureFacts *facts,
                                     GByteArray      *out);
gboolean vsl_picture_walk_png       (const guint8    *data,
                                     gsize            size,
                                     VslPictureFacts *facts,
                                     GByteArray      *out);
gboolean vsl_picture_walk_gif       (const guint8    *data,
                                     gsize            size,
                                     VslPictureFacts *facts,
                                     GByteArray      *out);
gboolean vsl_picture_walk_webp      (const guint8    *data,
                                     gsize            size,
                                     VslPictureFacts *facts,
                                     GByteArray      *out);
guint    vsl_picture_walk_read_exif (const guint8    *data,
                                     gsize            size);

G_END_DECLS
