/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  VSL_MOMENT_OK,
  VSL_MOMENT_MALFORMED,   /* not a day and a time at all */
  VSL_MOMENT_NO_SUCH_DAY, /* 30 February */
  VSL_MOMENT_SKIPPED,     /* the clocks go forward over it: it never is that time */
  VSL_MOMENT_TWICE        /* the clocks go back over it: it is that time twice */
} VslMomentResult;

VslMomentResult  vsl_moment_parse         (const char *text,
                                           GTimeZone  *zone,
                                           gint64     *at,
                                           gint64     *again_at);
GTimeZone       *vsl_moment_zone          (const char *name) G_GNUC_WARN_UNUSED_RESULT;
char            *vsl_moment_format        (gint64      at,
                                           GTimeZone  *zone,
                                           const char *pattern) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
