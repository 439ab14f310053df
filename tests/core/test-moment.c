/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "core/vsl-moment.h"

/* In the Netherlands the clocks go forward on 28 March 2027 at 2:00, and back on 31 October 2027 at
 * 3:00. */
static const struct
{
  const char *name, *zone, *text;
  VslMomentResult result;
  const char *utc;   /* of @at */
  const char *again; /* (nullable) of the second */
} moments[] = {
  { "winter", "Europe/Amsterdam", "2027-01-31T09:00", VSL_MOMENT_OK, "2027-01-31T08:00:00", NULL },
  { "summer", "Europe/Amsterdam", "2027-07-01 09:00", VSL_MOMENT_OK, "2027-07-01T07:00:00", NULL },
  { "day-first", "Europe/Amsterdam", "1-7-2027 9:05", VSL_MOMENT_OK, "2027-07-01T07:05:00", NULL },
  { "seconds", "Europe/Amsterdam", "2027-07-01T09:00:30", VSL_MOMENT_OK, "2027-07-01T07:00:30", NULL },
  { "spaces", "Europe/Amsterdam", " 2027-07-01  9.00 ", VSL_MOMENT_OK, "2027-07-01T07:00:00", NULL },
  { "utc", "Europe/Amsterdam", "2027-07-01T09:00Z", VSL_MOMENT_OK, "2027-07-01T09:00:00", NULL },
  { "offset", "Europe/Amsterdam", "2027-07-01T09:00-0530", VSL_MOMENT_OK, "2027-07-01T14:30:00", NULL },
  { "before-skip", "Europe/Amsterdam", "2027-03-28T01:59", VSL_MOMENT_OK, "2027-03-28T00:59:00", NULL },
  { "skipped", "Europe/Amsterdam", "2027-03-28T02:00", VSL_MOMENT_SKIPPED, NULL, NULL },
  { "skipped-last", "Europe/Amsterdam", "2027-03-28T02:59:59", VSL_MOMENT_SKIPPED, NULL, NULL },
  { "after-skip", "Europe/Amsterdam", "2027-03-28T03:00", VSL_MOMENT_OK, "2027-03-28T01:00:00", NULL },
  { "skip-with-offset", "Europe/Amsterdam", "2027-03-28T02:30+01:00", VSL_MOMENT_OK,
    "2027-03-28T01:30:00", NULL },
  { "before-twice", "Europe/Amsterdam", "2027-10-31T01:59", VSL_MOMENT_OK, "2027-10-30T23:59:00", NULL },
  { "twice", "Europe/Amsterdam", "2027-10-31T02:30", VSL_MOMENT_TWICE, "2027-10-31T00:30:00",
    "2027-10-31T01:30:00" },
  { "after-twice", "Europe/Amsterdam", "2027-10-31T03:00", VSL_MOMENT_OK, "2027-10-31T02:00:00", NULL },
  { "twice-with-offset", "Europe/Amsterdam", "2027-10-31T02:30+01:00", VSL_MOMENT_OK,
    "2027-10-31T01:30:00", NULL },
  { "other-zone", "America/New_York", "2027-03-28T02:30", VSL_MOMENT_OK, "2027-03-28T06:30:00", NULL },
  { "fixed-offset", "+05:30", "2027-03-28T02:30", VSL_MOMENT_OK, "2027-03-27T21:00:00", NULL },
  { "leap-day", "Europe/Amsterdam", "2028-02-29T12:00", VSL_MOMENT_OK, "2028-02-29T11:00:00", NULL },
  { "no-leap-day", "Europe/Amsterdam", "2027-02-29T12:00", VSL_MOMENT_NO_SUCH_DAY, NULL, NULL },
  { "month-13", "Europe/Amsterdam", "2027-13-01T12:00", VSL_MOMENT_NO_SUCH_DAY, NULL, NULL },
  { "hour-24", "Europe/Amsterdam", "2027-01-01T24:00", VSL_MOMENT_MALFORMED, NULL, NULL },
  { "only-day", "Europe/Amsterdam", "2027-01-01", VSL_MOMENT_MALFORMED, NULL, NULL },
  { "only-time", "Europe/Amsterdam", "12:00", VSL_MOMENT_MALFORMED, NULL, NULL },
  { "words", "Europe/Amsterdam", "morgen 9 uur", VSL_MOMENT_MALFORMED, NULL, NULL },
  { "rest", "Europe/Amsterdam", "2027-01-01T12:00 uur", VSL_MOMENT_MALFORMED, NULL, NULL },
  { "nothing", "Europe/Amsterdam", "", VSL_MOMENT_MALFORMED, NULL, NULL },
};

static void
assert_utc (gint64      at,
            const char *expected)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *text = vsl_moment_format (at, utc, "%Y-%m-%dT%H:%M:%S");

  g_assert_cmpstr (text, ==, expected);
}

static void
test_moment (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(GTimeZone) zone = vsl_moment_zone (moments[i].zone);
  gint64 at = 0;
  gint64 again = 0;

  g_assert_cmpint (vsl_moment_parse (moments[i].text, zone, &at, &again), ==, moments[i].result);
  if (moments[i].utc != NULL)
    assert_utc (at, moments[i].utc);
  if (moments[i].again != NULL)
    assert_utc (again, moments[i].again);
  else
    g_assert_cmpint (again, ==, 0);
}

static void
test_unknown_zone (void)
{
  g_autoptr(GTimeZone) here = g_time_zone_new_local ();
  g_autoptr(GTimeZone) nowhere = vsl_moment_zone ("Mars/Olympus");
  g_autoptr(GTimeZone) none = vsl_moment_zone (NULL);

  g_assert_cmpstr (g_time_zone_get_identifier (nowhere), ==, g_time_zone_get_identifier (here));
  g_assert_cmpstr (g_time_zone_get_identifier (none), ==, g_time_zone_get_identifier (here));
}

int
main (int   argc,
      char *argv[])
{
  guint i;

  g_test_init (&argc, &argv, NULL);

  for (i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      g_autofree char *path = g_strconcat ("/moment/", moments[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_moment);
    }
  g_test_add_func ("/moment/unknown-zone", test_unknown_zone);

  return g_test_run ();
}
