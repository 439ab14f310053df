/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-store"

#include "store/vsl-snapshot-thinning.h"

#define HOUR (G_GINT64_CONSTANT (3600) * G_USEC_PER_SEC)
#define DAY (24 * HOUR)
#define MONTH (30 * DAY)

#define N_ALWAYS_KEPT 10

/* The stretch of time of which one version is kept, for a version of that age; 0 for all. */
static gint64
get_stretch (gint64 age)
{
  if (age <= HOUR)
    return 0;
  if (age <= DAY)
    return HOUR;
  if (age <= MONTH)
    return DAY;

  return MONTH;
}

/**
 * vsl_snapshot_thinning_find:
 * @versions: (array length=n_versions): the versions of one article, newest first
 * @n_versions: how many
 * @now: the time, µs since 1970 UTC
 *
 * Chooses what may go, as one chooses backups: everything of the last hour stays, then the last of
 * each hour for a day, the last of each day for a month, the last of each thirty days after that.
 * The last ten, the first of all and those with a name stay in any case.
 *
 * Returns: (transfer full) (element-type gint64): the numbers of those that may go
 */
GArray *
vsl_snapshot_thinning_find (const VslKeptVersion *versions,
                            guint                 n_versions,
                            gint64                now)
{
  GArray *gone = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 last_stretch = -1;
  gint64 last_slot = -1;
  guint i;

  for (i = 0; i < n_versions; i++)
    {
      gint64 stretch = get_stretch (now - versions[i].created_at);
      gint64 slot = stretch > 0 ? versions[i].created_at / stretch : i;
      gboolean kept = stretch == 0 || stretch != last_stretch || slot != last_slot;

      last_stretch = stretch;
      last_slot = slot;
      if (!kept && !versions[i].named && i >= N_ALWAYS_KEPT && i < n_versions - 1)
        g_array_append_val (gone, versions[i].number);
    }

  return gone;
}
