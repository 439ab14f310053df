/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "exchange/vsl-picture-file.h"

G_BEGIN_DECLS

gboolean  vsl_picture_scaler_check     (GBytes                *bytes,
                                        const VslPictureFacts *facts,
                                        const char            *name,
                                        GError               **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes   *vsl_picture_scaler_fit       (GBytes                *bytes,
                                        const VslPictureFacts *facts,
                                        guint                  edge,
                                        VslPictureFacts       *fitted,
                                        GError               **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes   *vsl_picture_scaler_thumbnail (GBytes                *bytes,
                                        const VslPictureFacts *facts,
                                        guint                  edge,
                                        GError               **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
