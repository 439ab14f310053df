/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "exchange/vsl-picture-facts.h"

G_BEGIN_DECLS

/* Larger files and larger pictures are refused: they could fill the memory. */
#define VSL_PICTURE_MAX_BYTES (100 * 1024 * 1024)
#define VSL_PICTURE_MAX_PIXELS (200 * 1000 * 1000)
/* Only a JPEG can be unpacked at a smaller size; of the others every pixel is in the memory at once. */
#define VSL_PICTURE_MAX_UNPACKED_PIXELS (80 * 1000 * 1000)

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
