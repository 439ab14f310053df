/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-core"

#include "core/vsl-date.h"

#include <string.h>

/**
 * vsl_date_is_valid:
 * @text: a text
 * @whole: whether the day must be there
 *
 * Returns: whether @text is a date that exists; an empty text is none
 */
gboolean
vsl_date_is_valid (const char *text,
                   gboolean    whole)
{
  static const char pattern[] = "0000-00-00";
  int year, month = 1, day = 1;
  gsize length, i;

  g_return_val_if_fail (text != NULL, FALSE);

  length = strlen (text);
  if (length != 10 && (whole || (length != 4 && length != 7)))
    return FALSE;
  for (i = 0; i < length; i++)
    {
      if (pattern[i] == '0' ? !g_ascii_isdigit (text[i]) : text[i] != pattern[i])
        return FALSE;
    }

  year = (int) g_ascii_strtoll (text, NULL, 10);
  if (length >= 7)
    month = (int) g_ascii_strtoll (text + 5, NULL, 10);
  if (length == 10)
    day = (int) g_ascii_strtoll (text + 8, NULL, 10);

  return day > 0 && month > 0 && year > 0 &&
         g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year);
}

/**
 * vsl_date_is_within:
 * @date: a whole date
 * @from: (nullable): the first day, month or year; %NULL or empty for always
 * @until: (nullable): the last one; %NULL or empty for ever
 *
 * Returns: whether @date is in the period; the year `2024` as an end has its last day in it
 */
gboolean
vsl_date_is_within (const char *date,
                    const char *from,
                    const char *until)
{
  g_return_val_if_fail (date != NULL, FALSE);

  if (from != NULL && strncmp (from, date, strlen (from)) > 0)
    return FALSE;

  return until == NULL || strncmp (until, date, strlen (until)) >= 0;
}

/**
 * vsl_date_from_time:
 * @time_us: µs since 1970 UTC
 *
 * Returns: (transfer full): the day of that moment in UTC
 */
char *
vsl_date_from_time (gint64 time_us)
{
  g_autoptr(GDateTime) time = g_date_time_new_from_unix_utc (time_us / G_USEC_PER_SEC);

  return time != NULL ? g_date_time_format (time, "%Y-%m-%d") : g_strdup ("");
}
