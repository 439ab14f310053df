/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-core"

#include "core/vsl-spoken-time.h"

#include <string.h>

/* A time has hours, minutes and seconds at most. */
#define MAX_PARTS 3
#define MAX_DIGITS 4

static gboolean
parse_part (const char *text,
            gint64     *value)
{
  gsize length = strlen (text);

  if (length == 0 || length > MAX_DIGITS || strspn (text, "0123456789") != length)
    return FALSE;

  *value = g_ascii_strtoll (text, NULL, 10);
  return TRUE;
}

/**
 * vsl_spoken_time_parse:
 * @text: `1:02:03`, `62:03`, or `62` for minutes; a full stop or a comma may stand for a colon
 * @ms: (out): the time in ms from the beginning
 *
 * The first part may be larger than a clock would have it; those behind it may not.
 *
 * Returns: whether @text is a time
 */
gboolean
vsl_spoken_time_parse (const char *text,
                       gint64     *ms)
{
  g_autofree char *clean = NULL;
  g_auto(GStrv) parts = NULL;
  gint64 seconds = 0;
  guint i, n;

  g_return_val_if_fail (text != NULL && ms != NULL, FALSE);

  clean = g_strstrip (g_strdelimit (g_strdup (text), ".,;", ':'));
  parts = g_strsplit (clean, ":", -1);
  n = g_strv_length (parts);
  if (n == 0 || n > MAX_PARTS)
    return FALSE;

  for (i = 0; i < n; i++)
    {
      gint64 value;

      if (!parse_part (parts[i], &value) || (i > 0 && value >= 60))
        return FALSE;
      seconds = seconds * 60 + value;
    }

  *ms = (n == 1 ? seconds * 60 : seconds) * 1000;
  return TRUE;
}
