/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "desk/vsl-publish-moment.h"

/* When it is to be seen what readers get of an article. Pure functions. */

/* A site that has much to do is not at once with what was scheduled. */
#define GRACE G_TIME_SPAN_MINUTE

/**
 * vsl_publish_moment_get_look:
 * @site: a site
 * @at: the moment for which an article is scheduled there, µs since 1970 UTC
 *
 * A folder publishes what is due whenever it is opened, so it is opened at that very moment.
 *
 * Returns: when it is to be seen whether the article has appeared, µs since 1970 UTC
 */
gint64
vsl_publish_moment_get_look (VslSite *site,
                             gint64   at)
{
  return at + (vsl_site_get_brand (site) == VSL_BRAND_FOLDER ? 0 : GRACE);
}

/**
 * vsl_publish_moment_find:
 * @row: a row of the outbox
 * @site: its site
 *
 * A row that an earlier version stored has no moment of its own, but it knows for when it was scheduled.
 *
 * Returns: when it is to be seen what readers get of it, µs since 1970 UTC; 0 for never
 */
gint64
vsl_publish_moment_find (VslOutboxRow *row,
                         VslSite      *site)
{
  VslRemoteCopy *copy = vsl_outbox_row_get_copy (row);
  gint64 next_at = vsl_outbox_row_get_plan (row)->next_at;

  if (copy == NULL || vsl_outbox_row_get_state (row) != VSL_OUTBOX_CONFIRMED)
    return 0;
  if (next_at > 0 || vsl_remote_copy_get_status (copy) != VSL_REMOTE_FUTURE ||
      vsl_outbox_row_get_wanted_at (row) == 0)
    return next_at;

  return vsl_publish_moment_get_look (site, vsl_outbox_row_get_wanted_at (row));
}
