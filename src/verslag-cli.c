/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "config.h"

#include "cli/vsl-cli-program.h"
#include "desk/vsl-process.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <sys/stat.h>

int
main (int   argc,
      char *argv[])
{
  const char *locale_dir = g_getenv ("VERSLAG_LOCALEDIR");

  /* Drafts and transcripts are nobody else's business. */
  umask (077);
  vsl_process_make_private ();
  /* What stands on standard output is the answer, and nothing else. */
  g_log_writer_default_set_use_stderr (TRUE);

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_dir != NULL ? locale_dir : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  return vsl_cli_program_run (argc, argv);
}
