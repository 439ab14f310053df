/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cli"

#include "config.h"

#include "cli/vsl-cli-article-json.h"
#include "cli/vsl-cli-commands.h"

static VslExit
run_each (VslCli  *cli,
          int      argc,
          char   **argv,
          gboolean (*change) (VslDesk *desk, const char *id, GError **error),
          GError **error)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) ids = NULL;
  int i;

  if (!vsl_cli_parse (cli, argv[0], NULL, &argc, &argv, error) ||
      !vsl_cli_need_args (cli, argc, argv, 1, -1, error))
    return VSL_EXIT_USAGE;
  if (!vsl_cli_open (cli, TRUE, error))
    return VSL_EXIT_STORE;

  /* All are found before any is changed. */
  for (i = 1; i < argc; i++)
    {
      g_autofree char *id = vsl_desk_find_article (cli->desk, argv[i], error);

      if (id == NULL)
        return VSL_EXIT_NOT_FOUND;
      g_strv_builder_add (builder, id);
    }
  ids = g_strv_builder_end (builder);
  for (i = 0; ids[i] != NULL; i++)
    {
      if (!change (cli->desk, ids[i], error))
        return VSL_EXIT_STORE;
    }

  if (cli->json)
    {
      g_autoptr(JsonBuilder) json = json_builder_new ();

      json_builder_begin_object (json);
      vsl_cli_add_strings (json, "ids", (const char * const *) ids);
      json_builder_end_object (json);
      vsl_cli_print_json_builder (json);
    }

  return VSL_EXIT_DONE;
}

/**
 * vsl_cli_delete:
 * @cli: the run
 * @argc: number of arguments
 * @argv: (array length=argc): the arguments, the name of the command first
 * @error: return location for an error
 *
 * `delete`: puts articles into the bin.
 *
 * Returns: the exit code
 */
VslExit
vsl_cli_delete (VslCli  *cli,
                int      argc,
                char   **argv,
                GError **error)
{
  return run_each (cli, argc, argv, vsl_desk_delete_article, error);
}

/**
 * vsl_cli_undelete:
 * @cli: the run
 * @argc: number of arguments
 * @argv: (array length=argc): the arguments, the name of the command first
 * @error: return location for an error
 *
 * `undelete`: takes articles out of the bin.
 *
 * Returns: the exit code
 */
VslExit
vsl_cli_undelete (VslCli  *cli,
                  int      argc,
                  char   **argv,
                  GError **error)
{
  return run_each (cli, argc, argv, vsl_desk_undelete_article, error);
}
