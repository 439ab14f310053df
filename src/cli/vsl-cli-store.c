/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cli"

#include "config.h"

#include "cli/vsl-cli-article-json.h"
#include "cli/vsl-cli-commands.h"

#include "desk/vsl-desk-backups.h"

#include <glib/gi18n.h>

/* Needs no store that can be opened: who looks for a damaged one asks this first. */
static VslExit
print_path (VslCli *cli)
{
  g_autofree char *directory = g_canonicalize_filename (cli->data_dir, NULL);
  g_autofree char *database = g_build_filename (directory, "drafts.db", NULL);
  g_autofree char *backups = vsl_desk_build_backup_folder (directory);
  g_autoptr(JsonBuilder) builder = NULL;

  if (!cli->json)
    {
      g_print ("%s\n", directory);
      return VSL_EXIT_DONE;
    }

  builder = json_builder_new ();
  json_builder_begin_object (builder);
  vsl_cli_add_string (builder, "directory", directory);
  vsl_cli_add_string (builder, "database", database);
  vsl_cli_add_string (builder, "backups", backups);
  json_builder_end_object (builder);
  vsl_cli_print_json_builder (builder);

  return VSL_EXIT_DONE;
}

static VslExit
check (VslCli  *cli,
       GError **error)
{
  g_autoptr(GPtrArray) problems = NULL;
  g_autoptr(JsonBuilder) builder = NULL;
  guint i;

  if (!vsl_cli_open (cli, FALSE, error))
    return VSL_EXIT_STORE;
  problems = vsl_desk_check_store (cli->desk, error);
  if (problems == NULL)
    return VSL_EXIT_STORE;

  builder = json_builder_new ();
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "problems");
  json_builder_begin_array (builder);
  for (i = 0; i < problems->len; i++)
    {
      json_builder_add_string_value (builder, problems->pdata[i]);
      if (!cli->json)
        g_print ("%s\n", (char *) problems->pdata[i]);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  if (cli->json)
    vsl_cli_print_json_builder (builder);
  else if (problems->len == 0)
    g_print ("%s\n", _("All articles and all their versions are sound."));

  return problems->len > 0 ? VSL_EXIT_ACT : VSL_EXIT_DONE;
}

/**
 * vsl_cli_store:
 * @cli: the run
 * @argc: number of arguments
 * @argv: (array length=argc): the arguments, the name of the command first
 * @error: return location for an error
 *
 * `store`: checks all that is stored, or tells where it is.
 *
 * Returns: the exit code
 */
VslExit
vsl_cli_store (VslCli  *cli,
               int      argc,
               char   **argv,
               GError **error)
{
  if (!vsl_cli_parse (cli, argv[0], NULL, &argc, &argv, error) ||
      !vsl_cli_need_args (cli, argc, argv, 1, 1, error))
    return VSL_EXIT_USAGE;

  if (g_str_equal (argv[1], "path"))
    return print_path (cli);
  if (g_str_equal (argv[1], "check"))
    return check (cli, error);

  g_set_error (error, VSL_DESK_ERROR, VSL_DESK_ERROR_USAGE, "%s verslag-cli %s %s", _("Usage:"),
               argv[0], cli->usage);
  return VSL_EXIT_USAGE;
}
