/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cli"

#include "config.h"

#include "cli/vsl-cli-article-json.h"
#include "cli/vsl-cli-commands.h"

#include "desk/vsl-desk-backups.h"

#include <glib/gi18n.h>

/**
 * vsl_cli_backup:
 * @cli: the run
 * @argc: number of arguments
 * @argv: (array length=argc): the arguments, the name of the command first
 * @error: return location for an error
 *
 * `backup`: writes a whole copy of the store to a file, beside an open window too.
 *
 * Returns: the exit code
 */
VslExit
vsl_cli_backup (VslCli  *cli,
                int      argc,
                char   **argv,
                GError **error)
{
  g_autofree char *path = NULL;
  g_autoptr(JsonBuilder) builder = NULL;

  if (!vsl_cli_parse (cli, argv[0], NULL, &argc, &argv, error) ||
      !vsl_cli_need_args (cli, argc, argv, 1, 1, error))
    return VSL_EXIT_USAGE;
  if (!vsl_cli_open (cli, FALSE, error))
    return VSL_EXIT_STORE;

  path = g_canonicalize_filename (argv[1], NULL);
  if (!vsl_desk_backup_to (cli->desk, path, error))
    return VSL_EXIT_STORE;

  if (!cli->json)
    {
      g_autofree char *name = g_filename_display_name (path);

      g_print (_("A backup of all articles is in “%s”.\n"), name);
      return VSL_EXIT_DONE;
    }
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  vsl_cli_add_string (builder, "path", path);
  json_builder_end_object (builder);
  vsl_cli_print_json_builder (builder);

  return VSL_EXIT_DONE;
}
