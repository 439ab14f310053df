/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Dates as texts of ISO 8601: `2026-05-12`; where it is known less exactly, `2026-05` or `2026`. */
gboolean vsl_date_is_valid  (const char *text,
                             gboolean    whole);
gboolean vsl_date_is_within (const char *date,
                             const char *from,
                             const char *until);
char    *vsl_date_from_time (gint64      time_us) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
