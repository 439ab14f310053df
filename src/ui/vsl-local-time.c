/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "ui/vsl-local-time.h"

#include <string.h>

#define MAX_NUMBERS 3

/* Reads up to @max numbers of at most four digits with one of @separators between them, and nothing
 * else but white space around them. Returns how many; 0 when it is anything else. */
static guint
read_numbers (const char *text,
              const char *separators,
              int        *numbers,
              guint      *digits,
              guint       max)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  const char *p = stripped;
  guint n = 0;

  for (;;)
    {
      guint length = 0;

      numbers[n] = 0;
      for (; g_ascii_isdigit (p[length]) && length < 5; length++)
        numbers[n] = numbers[n] * 10 + g_ascii_digit_value (p[length]);
      if (length == 0 || length > 4)
        return 0;

      digits[n] = length;
      n++;
      p += length;
      if (*p == '\0')
        return n;
      if (n == max || strchr (separators, *p) == NULL)
        return 0;
      p++;
    }
}

static gboolean
read_date (const char *text,
           int        *year,
           int        *month,
           int        *day)
{
  int numbers[MAX_NUMBERS];
  guint digits[MAX_NUMBERS];

  if (read_numbers (text, "-/.", numbers, digits, 3) != 3)
    return FALSE;

  if (digits[0] == 4)
    {
      *year = numbers[0];
      *day = numbers[2];
    }
  else
    {
      *year = numbers[2] + (digits[2] <= 2 ? 2000 : 0);
      *day = numbers[0];
    }
  *month = numbers[1];

  return digits[0] == 4 ? digits[2] <= 2 : digits[0] <= 2 && (digits[2] == 2 || digits[2] == 4);
}

static gboolean
read_time (const char *text,
           int        *hour,
           int        *minute)
{
  int numbers[MAX_NUMBERS] = { 0, 0, 0 };
  guint digits[MAX_NUMBERS];
  guint n = read_numbers (text, ":.", numbers, digits, 2);

  *hour = numbers[0];
  *minute = n == 2 ? numbers[1] : 0;

  return n > 0 && digits[0] <= 2 && (n == 1 || digits[1] == 2) && *hour < 24 && *minute < 60;
}

/**
 * vsl_local_time_parse:
 * @date: a day: `24-11-2026` (with `-`, `/` or `.`; the day first) or `2026-11-24`
 * @time: a time of 24 hours: `9:30`, `09.30` or `9`
 * @zone: of which place
 * @at: (out) (optional): µs since 1970, UTC; set only when all is well
 *
 * A time that comes twice, when the clocks go back, is the first of the two.
 *
 * Returns: what is wrong, if anything
 */
VslLocalTimeResult
vsl_local_time_parse (const char *date,
                      const char *time,
                      GTimeZone  *zone,
                      gint64     *at)
{
  g_autoptr(GDateTime) moment = NULL;
  int year, month, day, hour, minute;

  g_return_val_if_fail (date != NULL && time != NULL && zone != NULL, VSL_LOCAL_TIME_NO_DATE);

  if (!read_date (date, &year, &month, &day))
    return VSL_LOCAL_TIME_NO_DATE;
  if (!g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return VSL_LOCAL_TIME_NO_SUCH_DAY;
  if (!read_time (time, &hour, &minute))
    return VSL_LOCAL_TIME_NO_TIME;

  moment = g_date_time_new (zone, year, month, day, hour, minute, 0);
  if (moment == NULL ||
      g_date_time_get_hour (moment) != hour || g_date_time_get_minute (moment) != minute)
    return VSL_LOCAL_TIME_SKIPPED;

  if (at != NULL)
    *at = g_date_time_to_unix (moment) * G_USEC_PER_SEC;

  return VSL_LOCAL_TIME_OK;
}

static char *
format (gint64      at,
        GTimeZone  *zone,
        const char *pattern)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (at / G_USEC_PER_SEC);
  g_autoptr(GDateTime) local = utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;

  return local != NULL ? g_date_time_format (local, pattern) : g_strdup ("");
}

/**
 * vsl_local_time_format_date:
 * @at: µs since 1970, UTC
 * @zone: of which place
 *
 * Returns: (transfer full): the day as vsl_local_time_parse() reads it
 */
char *
vsl_local_time_format_date (gint64     at,
                            GTimeZone *zone)
{
  return format (at, zone, "%d-%m-%Y");
}

/**
 * vsl_local_time_format_time:
 * @at: µs since 1970, UTC
 * @zone: of which place
 *
 * Returns: (transfer full): the time as vsl_local_time_parse() reads it
 */
char *
vsl_local_time_format_time (gint64     at,
                            GTimeZone *zone)
{
  return format (at, zone, "%H:%M");
}
