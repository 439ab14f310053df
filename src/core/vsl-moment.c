/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-core"

#include "core/vsl-moment.h"

#include <string.h>

#define SECONDS_OF_DAY (24 * 60 * 60)

/* The clock on the wall, read from a text. */
typedef struct
{
  int      year, month, day, hour, minute, second;
  gboolean has_offset;
  int      offset; /* seconds east of Greenwich */
} Wall;

/* A number of @min to @max digits at *@p, which is moved behind it; -1 when there is none. */
static int
read_number (const char **p,
             guint        min,
             guint        max)
{
  int value = 0;
  guint n = 0;

  for (; n < max && g_ascii_isdigit (**p); n++)
    value = value * 10 + g_ascii_digit_value (*(*p)++);

  return n >= min ? value : -1;
}

static gboolean
skip (const char **p,
      const char  *any_of)
{
  if (**p == '\0' || strchr (any_of, **p) == NULL)
    return FALSE;
  (*p)++;

  return TRUE;
}

/* `2027-01-31` or `31-01-2027`. */
static gboolean
read_date (const char **p,
           Wall        *wall)
{
  const char *start = *p;
  int first = read_number (p, 1, 4);
  gboolean year_first = *p - start == 4;

  if (first < 0 || !skip (p, "-/."))
    return FALSE;
  wall->month = read_number (p, 1, 2);
  if (wall->month < 0 || !skip (p, "-/."))
    return FALSE;
  if (year_first)
    {
      wall->year = first;
      wall->day = read_number (p, 1, 2);
    }
  else
    {
      wall->day = first;
      wall->year = read_number (p, 4, 4);
    }

  return wall->day > 0 && wall->year > 0 && (year_first || first <= 31);
}

/* `9:30`, `09:30:00` */
static gboolean
read_time (const char **p,
           Wall        *wall)
{
  wall->hour = read_number (p, 1, 2);
  if (wall->hour < 0 || wall->hour > 23 || !skip (p, ":."))
    return FALSE;
  wall->minute = read_number (p, 2, 2);
  wall->second = 0;
  if (wall->minute < 0 || wall->minute > 59)
    return FALSE;
  if (skip (p, ":"))
    wall->second = read_number (p, 2, 2);

  return wall->second >= 0 && wall->second <= 59;
}

/* Nothing, `Z`, `+01`, `+0100` or `+01:00`. */
static gboolean
read_offset (const char **p,
             Wall        *wall)
{
  gboolean east = **p == '+';
  int hours;
  int minutes = 0;

  wall->has_offset = **p != '\0';
  if (!wall->has_offset || skip (p, "Zz"))
    return TRUE;
  if (!skip (p, "+-"))
    return FALSE;
  hours = read_number (p, 2, 2);
  if (skip (p, ":") || g_ascii_isdigit (**p))
    minutes = read_number (p, 2, 2);
  if (hours < 0 || hours > 14 || minutes < 0 || minutes > 59)
    return FALSE;
  wall->offset = (hours * 60 + minutes) * 60 * (east ? 1 : -1);

  return TRUE;
}

static gboolean
read_wall (const char *text,
           Wall       *wall)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  const char *p = stripped;

  if (!read_date (&p, wall) || !skip (&p, "Tt "))
    return FALSE;
  while (*p == ' ')
    p++;

  return read_time (&p, wall) && read_offset (&p, wall) && *p == '\0';
}

/* Whether the clocks of @zone stand @offset seconds east at @moment, seconds UTC. */
static gboolean
is_valid_at (GTimeZone *zone,
             gint64     moment,
             int        offset)
{
  int interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, moment);

  return g_time_zone_get_offset (zone, interval) == offset;
}

/* The offset a day before or after the wall's clock: whatever changes there, it is one of these. */
static int
get_offset_near (GTimeZone *zone,
                 gint64     wall)
{
  int interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, wall);

  return g_time_zone_get_offset (zone, interval);
}

/**
 * vsl_moment_parse:
 * @text: `2027-01-31T09:00`, `2027-01-31 9:00` or `31-01-2027 9:00`, with seconds or not, and with or
 *   without `Z` or an offset such as `+01:00` behind it
 * @zone: whose clock it is, when there is no offset behind it
 * @at: (out): µs since 1970, UTC; for a time that comes twice the first of them
 * @again_at: (out) (optional): the second of them
 *
 * A time that never is, and one that is twice, are not guessed at: an article that appears an hour
 * early or late is a mistake that everybody sees.
 *
 * Returns: what is wrong, if anything
 */
VslMomentResult
vsl_moment_parse (const char *text,
                  GTimeZone  *zone,
                  gint64     *at,
                  gint64     *again_at)
{
  g_autoptr(GDateTime) date = NULL;
  Wall wall = { 0 };
  gint64 seconds, first, second;
  int before, after;

  g_return_val_if_fail (text != NULL && zone != NULL && at != NULL, VSL_MOMENT_MALFORMED);

  if (!read_wall (text, &wall))
    return VSL_MOMENT_MALFORMED;
  date = g_date_time_new_utc (wall.year, wall.month, wall.day, wall.hour, wall.minute, wall.second);
  if (date == NULL)
    return VSL_MOMENT_NO_SUCH_DAY;

  seconds = g_date_time_to_unix (date);
  if (wall.has_offset)
    {
      *at = (seconds - wall.offset) * G_USEC_PER_SEC;
      return VSL_MOMENT_OK;
    }

  before = get_offset_near (zone, seconds - SECONDS_OF_DAY);
  after = get_offset_near (zone, seconds + SECONDS_OF_DAY);
  first = seconds - before;
  second = seconds - after;
  if (is_valid_at (zone, first, before))
    {
      *at = first * G_USEC_PER_SEC;
      if (first == second || !is_valid_at (zone, second, after))
        return VSL_MOMENT_OK;
      if (again_at != NULL)
        *again_at = second * G_USEC_PER_SEC;
      return VSL_MOMENT_TWICE;
    }
  if (!is_valid_at (zone, second, after))
    return VSL_MOMENT_SKIPPED;
  *at = second * G_USEC_PER_SEC;

  return VSL_MOMENT_OK;
}

/**
 * vsl_moment_zone:
 * @name: (nullable): a zone such as `Europe/Amsterdam`, or an offset such as `+01:00`
 *
 * Returns: (transfer full): that zone; the one of this computer when there is no such zone
 */
GTimeZone *
vsl_moment_zone (const char *name)
{
  GTimeZone *zone = NULL;

  if (name != NULL && *name != '\0')
    zone = g_time_zone_new_identifier (name);

  return zone != NULL ? zone : g_time_zone_new_local ();
}

/**
 * vsl_moment_format:
 * @at: µs since 1970, UTC
 * @zone: whose clock it is to be
 * @pattern: as g_date_time_format() takes it
 *
 * Returns: (transfer full): the moment as text; empty when there is no such moment
 */
char *
vsl_moment_format (gint64      at,
                   GTimeZone  *zone,
                   const char *pattern)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (at / G_USEC_PER_SEC);
  g_autoptr(GDateTime) there = NULL;

  g_return_val_if_fail (zone != NULL && pattern != NULL, NULL);

  if (utc != NULL)
    there = g_date_time_to_timezone (utc, zone);

  return there != NULL ? g_date_time_format (there, pattern) : g_strdup ("");
}
