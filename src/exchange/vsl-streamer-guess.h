/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean vsl_streamer_has_shape (const char         *text);
gboolean vsl_streamer_resembles (const char         *text,
                                 const char * const *paragraphs);

G_END_DECLS
