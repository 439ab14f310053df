/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean vsl_plain_needs_escape (const char *line,
                                 const char *p,
                                 gboolean    first_line);
gsize    vsl_plain_next_escape  (const char *line,
                                 gsize       from,
                                 gboolean    first_line);
char    *vsl_plain_escape       (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char    *vsl_plain_unescape     (const char *markdown) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
