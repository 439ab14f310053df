/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-debate"

#include "debate/vsl-transcript-time.h"

#include <string.h>

/* Up to @max_digits digits at *@text. */
static gboolean
scan_digits (const char **text,
             guint        max_digits,
             gint64      *value,
             guint       *n_digits)
{
  const char *p = *text;

  *value = 0;
  while (g_ascii_isdigit (*p) && (guint) (p - *text) < max_digits)
    *value = *value * 10 + (*p++ - '0');

  *n_digits = p - *text;
  *text = p;

  return *n_digits > 0 && !g_ascii_isdigit (*p);
}

/**
 * vsl_transcript_time_scan:
 * @text: (inout): where the time starts; moved behind it on success
 * @ms: (out): the time in ms
 *
 * Reads `h:mm:ss.mmm` in every shape that meeting programs write: hours optional and of any length,
 * one-digit fields, comma or point, one to three digits of a fraction or none at all.
 *
 * Returns: whether there was a time
 */
gboolean
vsl_transcript_time_scan (const char **text,
                          gint64      *ms)
{
  const char *p = *text;
  gint64 fields[3] = { 0, 0, 0 };
  gint64 fraction = 0;
  guint n_fields = 0, n_digits;

  for (;;)
    {
      if (!scan_digits (&p, n_fields == 0 ? 6 : 2, &fields[n_fields], &n_digits))
        return FALSE;
      n_fields++;
      if (n_fields == 3 || *p != ':')
        break;
      p++;
    }
  if (n_fields < 2)
    return FALSE;

  if ((*p == '.' || *p == ',') && g_ascii_isdigit (p[1]))
    {
      p++;
      if (!scan_digits (&p, 3, &fraction, &n_digits))
        return FALSE;
      for (; n_digits < 3; n_digits++)
        fraction *= 10;
    }

  if (n_fields == 2)
    *ms = (fields[0] * 60 + fields[1]) * 1000 + fraction;
  else
    *ms = ((fields[0] * 60 + fields[1]) * 60 + fields[2]) * 1000 + fraction;
  *text = p;

  return TRUE;
}

/**
 * vsl_transcript_time_scan_range:
 * @line: a line
 * @start_ms: (out): the time before the arrow
 * @end_ms: (out): the time behind it
 *
 * Recognises the timing line of WebVTT and SRT (`a --> b`, settings may follow) and of SBV (`a,b`).
 * Anchored at the start of the line, so that an arrow in speech is not one. Both times need their
 * fraction: otherwise two times of day with a comma between them would pass.
 *
 * Returns: whether @line is a timing line
 */
gboolean
vsl_transcript_time_scan_range (const char *line,
                                gint64     *start_ms,
                                gint64     *end_ms)
{
  const char *p = line;
  const char *start;
  gboolean arrow;

  while (*p == ' ' || *p == '\t')
    p++;
  start = p;
  if (!vsl_transcript_time_scan (&p, start_ms) || memchr (start, '.', p - start) == NULL)
    {
      if (p == start || memchr (start, ',', p - start) == NULL)
        return FALSE;
    }

  while (*p == ' ' || *p == '\t')
    p++;
  arrow = g_str_has_prefix (p, "-->");
  if (arrow)
    p += strlen ("-->");
  else if (*p == ',')
    p++;
  else
    return FALSE;
  while (*p == ' ' || *p == '\t')
    p++;

  if (!vsl_transcript_time_scan (&p, end_ms))
    return FALSE;

  return *p == '\0' || *p == ' ' || *p == '\t';
}

/**
 * vsl_transcript_time_format:
 * @ms: a time in ms
 * @separator: what stands before the fraction, `.` or `,`; 0 for no fraction
 *
 * Returns: (transfer full): `hh:mm:ss.mmm`
 */
char *
vsl_transcript_time_format (gint64 ms,
                            char   separator)
{
  gint64 seconds = ms / 1000;
  g_autofree char *whole = g_strdup_printf ("%02d:%02d:%02d", (int) (seconds / 3600),
                                            (int) (seconds / 60 % 60), (int) (seconds % 60));

  if (separator == 0)
    return g_steal_pointer (&whole);

  return g_strdup_printf ("%s%c%03d", whole, separator, (int) (ms % 1000));
}
