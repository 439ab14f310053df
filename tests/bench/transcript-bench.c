/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

/*
 * transcript-bench FILE [ROUNDS]: reads a transcript so many times and prints the milliseconds of
 * each round, a number a line. `webvtt.sh` holds them against the npm package webvtt-parser.
 */

#include "debate/vsl-transcript-reader.h"

#include <stdlib.h>

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = NULL;
  char *data;
  gsize size;
  int rounds = argc > 2 ? atoi (argv[2]) : 20;

  if (argc < 2 || !g_file_get_contents (argv[1], &data, &size, &error))
    {
      g_printerr ("transcript-bench FILE [ROUNDS]\n");
      return 2;
    }
  bytes = g_bytes_new_take (data, size);

  for (int i = 0; i < rounds; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr(VslTranscript) transcript =
        vsl_transcript_read (bytes, argv[1], NULL, NULL, &error);

      if (transcript == NULL)
        g_error ("%s", error->message);
      g_print ("%.3f\n", (g_get_monotonic_time () - start) / 1000.0);
    }

  return 0;
}
