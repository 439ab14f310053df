/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "ui/vsl-local-time.h"

typedef struct
{
  const char         *name;
  const char         *date;
  const char         *time;
  VslLocalTimeResult  result;
  const char         *utc; /* (nullable) ISO 8601, of what was typed in Amsterdam */
} Case;

static const Case cases[] = {
  { "winter", "24-11-2026", "9:30", VSL_LOCAL_TIME_OK, "2026-11-24T08:30:00Z" },
  { "summer", "1-7-2026", "09:30", VSL_LOCAL_TIME_OK, "2026-07-01T07:30:00Z" },
  { "iso", "2026-11-24", "9.30", VSL_LOCAL_TIME_OK, "2026-11-24T08:30:00Z" },
  { "slashes", "24/11/2026", "9", VSL_LOCAL_TIME_OK, "2026-11-24T08:00:00Z" },
  { "dots", " 24.11.2026 ", " 23:59 ", VSL_LOCAL_TIME_OK, "2026-11-24T22:59:00Z" },
  { "two-digit-year", "24-11-26", "0:00", VSL_LOCAL_TIME_OK, "2026-11-23T23:00:00Z" },
  { "leap-day", "29-2-2028", "12:00", VSL_LOCAL_TIME_OK, "2028-02-29T11:00:00Z" },
  { "no-leap-day", "29-2-2027", "12:00", VSL_LOCAL_TIME_NO_SUCH_DAY, NULL },
  { "day-32", "32-1-2027", "12:00", VSL_LOCAL_TIME_NO_SUCH_DAY, NULL },
  { "month-13", "1-13-2027", "12:00", VSL_LOCAL_TIME_NO_SUCH_DAY, NULL },
  { "month-269", "1-269-2027", "12:00", VSL_LOCAL_TIME_NO_SUCH_DAY, NULL },
  { "words", "tomorrow", "12:00", VSL_LOCAL_TIME_NO_DATE, NULL },
  { "empty", "", "12:00", VSL_LOCAL_TIME_NO_DATE, NULL },
  { "half", "24-11", "12:00", VSL_LOCAL_TIME_NO_DATE, NULL },
  { "too-much", "24-11-2026-1", "12:00", VSL_LOCAL_TIME_NO_DATE, NULL },
  { "long-year", "24-11-20261", "12:00", VSL_LOCAL_TIME_NO_DATE, NULL },
  { "hour-24", "24-11-2026", "24:00", VSL_LOCAL_TIME_NO_TIME, NULL },
  { "minute-60", "24-11-2026", "9:60", VSL_LOCAL_TIME_NO_TIME, NULL },
  { "one-digit-minute", "24-11-2026", "9:3", VSL_LOCAL_TIME_NO_TIME, NULL },
  { "no-time", "24-11-2026", "", VSL_LOCAL_TIME_NO_TIME, NULL },
  { "skipped", "28-3-2027", "2:30", VSL_LOCAL_TIME_SKIPPED, NULL },
  { "after-the-skip", "28-3-2027", "3:00", VSL_LOCAL_TIME_OK, "2027-03-28T01:00:00Z" },
};

static void
test_parse (gconstpointer data)
{
  const Case *c = data;
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier ("Europe/Amsterdam");
  gint64 at = 0;

  if (zone == NULL)
    {
      g_test_skip ("no time zones on this machine");
      return;
    }

  g_assert_cmpint (vsl_local_time_parse (c->date, c->time, zone, &at), ==, c->result);
  if (c->utc == NULL)
    {
      g_assert_cmpint (at, ==, 0);
    }
  else
    {
      g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (at / G_USEC_PER_SEC);
      g_autofree char *text = g_date_time_format_iso8601 (utc);

      g_assert_cmpstr (text, ==, c->utc);
    }
}

static void
test_round_trip (void)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_utc ();
  gint64 at = G_GINT64_CONSTANT (1795511400) * G_USEC_PER_SEC;
  g_autofree char *date = vsl_local_time_format_date (at, zone);
  g_autofree char *time = vsl_local_time_format_time (at, zone);
  gint64 again = 0;

  g_assert_cmpstr (date, ==, "24-11-2026");
  g_assert_cmpint (vsl_local_time_parse (date, time, zone, &again), ==, VSL_LOCAL_TIME_OK);
  g_assert_cmpint (again, ==, at);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/local-time/parse/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_parse);
    }
  g_test_add_func ("/local-time/round-trip", test_round_trip);

  return g_test_run ();
}
