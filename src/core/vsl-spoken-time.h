/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A time of a debate as people type it. */
gboolean vsl_spoken_time_parse (const char *text,
                                gint64     *ms);

G_END_DECLS
