/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cli"

#include "config.h"

#include "cli/vsl-cli-article-json.h"
#include "cli/vsl-cli-commands.h"

#include "desk/vsl-desk-versions.h"

#include <glib/gi18n.h>

/**
 * vsl_cli_parse_snapshot:
 * @text: what was typed for a version
 * @number: (out): its number
 * @error: return location for an error
 *
 * Returns: whether it is a number
 */
gboolean
vsl_cli_parse_snapshot (const char  *text,
                        gint64      *number,
                        GError     **error)
{
  guint64 value;

  if (g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT64, &value, NULL))
    {
      *number = (gint64) value;
      return TRUE;
    }

  g_set_error (error, VSL_DESK_ERROR, VSL_DESK_ERROR_USAGE,
               _("“%s” is not the number of a version; “history” lists them."), text);
  return FALSE;
}

/**
 * vsl_cli_restore:
 * @cli: the run
 * @argc: number of arguments
 * @argv: (array length=argc): the arguments, the name of the command first
 * @error: return location for an error
 *
 * `restore`: makes an article read as a version of it did. Restoring adds a version, and what it read
 * like until now is one too.
 *
 * Returns: the exit code
 */
VslExit
vsl_cli_restore (VslCli  *cli,
                 int      argc,
                 char   **argv,
                 GError **error)
{
  g_autofree char *id = NULL;
  g_autoptr(VslArticle) restored = NULL;
  g_autoptr(JsonBuilder) builder = NULL;
  gint64 number;

  if (!vsl_cli_parse (cli, argv[0], NULL, &argc, &argv, error) ||
      !vsl_cli_need_args (cli, argc, argv, 2, 2, error) ||
      !vsl_cli_parse_snapshot (argv[2], &number, error))
    return VSL_EXIT_USAGE;
  if (!vsl_cli_open (cli, TRUE, error))
    return VSL_EXIT_STORE;

  id = vsl_desk_find_article (cli->desk, argv[1], error);
  if (id != NULL)
    restored = vsl_desk_restore_version (cli->desk, id, number, error);
  if (restored == NULL)
    return VSL_EXIT_NOT_FOUND;

  if (!cli->json)
    {
      g_print (_("The article reads as in version %d. What it read like before is a version too.\n"),
               (int) number);
      return VSL_EXIT_DONE;
    }

  builder = json_builder_new ();
  json_builder_begin_object (builder);
  vsl_cli_add_string (builder, "id", id);
  json_builder_set_member_name (builder, "snapshot");
  json_builder_add_int_value (builder, number);
  json_builder_set_member_name (builder, "revision");
  json_builder_add_int_value (builder, vsl_article_get_revision (restored));
  json_builder_end_object (builder);
  vsl_cli_print_json_builder (builder);

  return VSL_EXIT_DONE;
}
