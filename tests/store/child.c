/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "child.h"

#include <signal.h>
#include <string.h>
#include <unistd.h>

/* Whether this process is a child; if so, it has done its work when this returns. */
gboolean
child_run_main (int                 argc,
                char               *argv[],
                const ChildProgram *programs,
                gsize               n_programs)
{
  gsize i;

  if (argc != 4 || !g_str_equal (argv[1], "--child"))
    return FALSE;

  for (i = 0; i < n_programs; i++)
    {
      if (g_str_equal (argv[2], programs[i].name))
        programs[i].main (argv[3]);
    }

  return TRUE;
}

/* One line to the parent, in one write: it arrives whole or not at all. */
void
child_say (gint64 number)
{
  g_autofree char *line = g_strdup_printf ("%" G_GINT64_FORMAT "\n", number);

  g_assert_cmpint (write (STDOUT_FILENO, line, strlen (line)), ==, (gssize) strlen (line));
}

Child *
child_start (const char *program,
             const char *name,
             const char *directory)
{
  g_autoptr(GError) error = NULL;
  Child *self = g_new0 (Child, 1);

  self->process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, "--child", name,
                                    directory, NULL);
  g_assert_no_error (error);
  self->output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (self->process));

  return self;
}

/* Waits for the next line of the child; FALSE when it said its last. */
gboolean
child_hear (Child  *self,
            gint64 *number)
{
  g_autofree char *line = g_data_input_stream_read_line (self->output, NULL, NULL, NULL);

  if (line == NULL)
    return FALSE;

  *number = g_ascii_strtoll (line, NULL, 10);

  return TRUE;
}

/* Kills and frees the child; returns the last number it said after the ones that were heard, or -1. */
gint64
child_kill (Child *self)
{
  gint64 last = -1;
  gint64 number;

  g_subprocess_send_signal (self->process, SIGKILL);
  while (child_hear (self, &number))
    last = number;
  g_assert_true (g_subprocess_wait (self->process, NULL, NULL));
  g_object_unref (self->output);
  g_object_unref (self->process);
  g_free (self);

  return last;
}
