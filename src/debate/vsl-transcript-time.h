/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean vsl_transcript_time_scan       (const char **text,
                                         gint64      *ms);
gboolean vsl_transcript_time_scan_range (const char  *line,
                                         gint64      *start_ms,
                                         gint64      *end_ms);
char    *vsl_transcript_time_format     (gint64       ms,
                                         char         separator) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
