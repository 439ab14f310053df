/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

/*
 * How long a merge by words takes: an article of 60 KB, of which one writer changed every fiftieth
 * word and another every seventieth.
 *
 *   merge-bench [KILOBYTES] [ROUNDS]
 */

#include "markup/vsl-merge.h"

#include <stdlib.h>

static char *
make (gsize size,
      guint every)
{
  GString *text = g_string_sized_new (size + 64);
  guint i;

  for (i = 0; text->len < size; i++)
    g_string_append_printf (text, "%s%u%s", every != 0 && i % every == every - 1 ? "anders" : "woord",
                            i % 1500, i % 90 == 89 ? ".\n\n" : i % 11 == 10 ? ", " : " ");

  return g_string_free (text, FALSE);
}

int
main (int   argc,
      char *argv[])
{
  gsize size = 1000 * (argc > 1 ? (gsize) atoi (argv[1]) : 60);
  int rounds = argc > 2 ? atoi (argv[2]) : 100;
  g_autofree char *base = make (size, 0);
  g_autofree char *ours = make (size, 50);
  g_autofree char *theirs = make (size, 70);
  gint64 best = G_MAXINT64;
  guint n_conflicts = 0;
  int i;

  for (i = 0; i < rounds; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr(VslMerge) merge = vsl_merge (base, ours, theirs);

      best = MIN (best, g_get_monotonic_time () - start);
      n_conflicts = merge->conflicts->len;
    }
  g_print ("%zu KB, %u conflicts: %.2f ms, the best of %d\n", size / 1000, n_conflicts, (double) best / 1000,
           rounds);

  return 0;
}
