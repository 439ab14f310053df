/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A moment as people type it: a day and a time of the clock on the wall. */

typedef enum
{
  VSL_LOCAL_TIME_OK,
  VSL_LOCAL_TIME_NO_DATE,    /* what was typed is not a day */
  VSL_LOCAL_TIME_NO_SUCH_DAY,
  VSL_LOCAL_TIME_NO_TIME,    /* what was typed is not a time */
  VSL_LOCAL_TIME_SKIPPED     /* the clocks go forward over it */
} VslLocalTimeResult;

VslLocalTimeResult vsl_local_time_parse       (const char *date,
                                               const char *time,
                                               GTimeZone  *zone,
                                               gint64     *at);
char              *vsl_local_time_format_date (gint64      at,
                                               GTimeZone  *zone) G_GNUC_WARN_UNUSED_RESULT;
char              *vsl_local_time_format_time (gint64      at,
                                               GTimeZone  *zone) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
