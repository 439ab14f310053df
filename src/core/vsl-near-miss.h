/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean  vsl_near_miss        (const char *a,
                                const char *b);
char    **vsl_near_miss_halves (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
