/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "config.h"

#include "desk/vsl-site-time.h"

#include "core/vsl-moment.h"
#include "core/vsl-site-choices.h"
#include "desk/vsl-desk-fault.h"

#include <glib/gi18n.h>

/* The clock of a site: a piece appears at the time that its readers see on theirs, wherever the person
 * who schedules it is. */

/**
 * vsl_site_time_zone:
 * @site: a site
 *
 * Returns: (transfer full): the zone that the site said it lives in; else that of this computer
 */
GTimeZone *
vsl_site_time_zone (VslSite *site)
{
  return vsl_moment_zone (vsl_site_get_setting (site, VSL_SITE_TIMEZONE));
}

/* Both times of an hour that comes twice, as they are to be written. */
static void
set_twice (GError     **error,
           const char  *text,
           GTimeZone   *zone,
           gint64       first,
           gint64       second)
{
  g_autofree char *a = vsl_moment_format (first, zone, "%Y-%m-%dT%H:%M%:z");
  g_autofree char *b = vsl_moment_format (second, zone, "%Y-%m-%dT%H:%M%:z");

  vsl_desk_fault_set (error, VSL_DESK_ERROR_USAGE, "usage",
                      _("“%s” comes twice, because the clocks go back that night. Write %s for the first, "
                        "or %s for the second."), text, a, b);
}

static gboolean
read_moment (const char  *text,
             GTimeZone   *zone,
             gint64      *at,
             GError     **error)
{
  gint64 again = 0;

  switch (vsl_moment_parse (text, zone, at, &again))
    {
    case VSL_MOMENT_MALFORMED:
      vsl_desk_fault_set (error, VSL_DESK_ERROR_USAGE, "usage",
                          _("“%s” is not a moment. Write it as 2027-01-31T09:00 or 31-01-2027 9:00, by the "
                            "clock of %s, or with a time zone behind it, such as +01:00."),
                          text, g_time_zone_get_identifier (zone));
      return FALSE;
    case VSL_MOMENT_NO_SUCH_DAY:
      vsl_desk_fault_set (error, VSL_DESK_ERROR_USAGE, "usage",
                          _("The day in “%s” does not exist. Look at the calendar."), text);
      return FALSE;
    case VSL_MOMENT_SKIPPED:
      vsl_desk_fault_set (error, VSL_DESK_ERROR_USAGE, "usage",
                          _("“%s” does not exist: the clocks go forward over it that night. Choose a time "
                            "before or after that hour."), text);
      return FALSE;
    case VSL_MOMENT_TWICE:
      set_twice (error, text, zone, *at, again);
      return FALSE;
    case VSL_MOMENT_OK:
    default:
      return TRUE;
    }
}

/**
 * vsl_site_time_parse:
 * @site: where it is to appear
 * @text: a moment as vsl_moment_parse() reads it, by the clock of the site
 * @now: the time, µs since 1970, UTC
 * @at: (out): µs since 1970, UTC
 * @error: return location; %VSL_DESK_ERROR_USAGE with a sentence that says what to write
 *
 * Returns: whether it is a moment to come
 */
gboolean
vsl_site_time_parse (VslSite     *site,
                     const char  *text,
                     gint64       now,
                     gint64      *at,
                     GError     **error)
{
  g_autoptr(GTimeZone) zone = NULL;

  g_return_val_if_fail (VSL_IS_SITE (site) && text != NULL && at != NULL, FALSE);

  zone = vsl_site_time_zone (site);
  if (!read_moment (text, zone, at, error))
    return FALSE;
  if (*at > now)
    return TRUE;

  vsl_desk_fault_set (error, VSL_DESK_ERROR_USAGE, "usage",
                      _("“%s” has passed. Choose a later moment, or publish now."), text);

  return FALSE;
}

/**
 * vsl_site_time_parse_here:
 * @text: a moment as vsl_moment_parse() reads it, by the clock of this computer
 * @at: (out): µs since 1970, UTC
 * @error: return location; %VSL_DESK_ERROR_USAGE with a sentence that says what to write
 *
 * For what concerns no site: a deadline, an embargo. A time that comes twice is not guessed at.
 *
 * Returns: whether it is a moment, past or to come
 */
gboolean
vsl_site_time_parse_here (const char  *text,
                          gint64      *at,
                          GError     **error)
{
  g_autoptr(GTimeZone) here = g_time_zone_new_local ();

  g_return_val_if_fail (text != NULL && at != NULL, FALSE);

  return read_moment (text, here, at, error);
}

/**
 * vsl_site_time_describe:
 * @site: where it is to appear
 * @at: µs since 1970, UTC
 *
 * Returns: (transfer full): the moment in words, by the clock of the site; that is named where it is
 *   another than that of this computer
 */
char *
vsl_site_time_describe (VslSite *site,
                        gint64   at)
{
  g_autoptr(GTimeZone) zone = NULL;
  g_autoptr(GTimeZone) here = g_time_zone_new_local ();
  g_autofree char *there = NULL;
  g_autofree char *ours = NULL;
  /* Translators: a moment in a sentence, as “Tuesday 6 May 2025 at 14:30”; see g_date_time_format(). */
  const char *pattern = _("%A %-d %B %Y at %H:%M");

  g_return_val_if_fail (VSL_IS_SITE (site), NULL);

  zone = vsl_site_time_zone (site);
  there = vsl_moment_format (at, zone, pattern);
  ours = vsl_moment_format (at, here, pattern);
  if (*there == '\0')
    return g_strdup (_("an unknown moment"));
  if (g_str_equal (there, ours))
    return g_steal_pointer (&there);

  /* Translators: a moment, and the place whose clock it is by: “… (Europe/Amsterdam)”. */
  return g_strdup_printf (_("%s (%s)"), there, g_time_zone_get_identifier (zone));
}
