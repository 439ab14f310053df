/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cli"

#include "config.h"

#include "cli/vsl-cli-article-json.h"
#include "cli/vsl-cli-commands.h"
#include "cli/vsl-cli-table.h"

#include "desk/vsl-desk-versions.h"
#include "desk/vsl-version-words.h"

#include <glib/gi18n.h>

static void
add_json (JsonBuilder *builder,
          VslSnapshot *version)
{
  g_autofree char *created_at = vsl_cli_format_time (vsl_snapshot_get_created_at (version));

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "snapshot");
  json_builder_add_int_value (builder, vsl_snapshot_get_number (version));
  vsl_cli_add_string (builder, "created_at", created_at);
  vsl_cli_add_string (builder, "reason",
                      vsl_snapshot_reason_get_name (vsl_snapshot_get_reason (version)));
  vsl_cli_add_string (builder, "name", vsl_snapshot_get_name (version));
  json_builder_set_member_name (builder, "words");
  json_builder_add_int_value (builder, vsl_snapshot_get_words (version));
  json_builder_set_member_name (builder, "revision");
  json_builder_add_int_value (builder, vsl_snapshot_get_revision (version));
  vsl_cli_add_string (builder, "hash", vsl_snapshot_get_hash (version));
  json_builder_end_object (builder);
}

static void
add_row (VslCliTable *table,
         VslSnapshot *version)
{
  g_autoptr(GDateTime) moment = g_date_time_new_from_unix_local (
    vsl_snapshot_get_created_at (version) / G_USEC_PER_SEC);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, vsl_snapshot_get_number (version));
  g_autofree char *date = g_date_time_format (moment, "%Y-%m-%d %H:%M:%S");
  g_autofree char *words = g_strdup_printf ("%u", vsl_snapshot_get_words (version));
  const char *name = vsl_snapshot_get_name (version);

  vsl_cli_table_add (table, number, date, words,
                     vsl_version_words_get_reason (vsl_snapshot_get_reason (version)),
                     name != NULL ? name : "", NULL);
}

static void
print_versions (VslCli    *cli,
                GPtrArray *versions)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(VslCliTable) table = vsl_cli_table_new (5);
  guint i;

  json_builder_begin_array (builder);
  vsl_cli_table_add (table, _("Version"), _("Kept"), _("Words"), _("Reason"), _("Name"), NULL);
  for (i = 0; i < versions->len; i++)
    {
      add_json (builder, versions->pdata[i]);
      add_row (table, versions->pdata[i]);
    }
  json_builder_end_array (builder);

  if (cli->json)
    vsl_cli_print_json_builder (builder);
  else if (versions->len == 0)
    g_print ("%s\n", _("There are no versions of this article yet."));
  else
    vsl_cli_table_print (table);
}

/**
 * vsl_cli_history:
 * @cli: the run
 * @argc: number of arguments
 * @argv: (array length=argc): the arguments, the name of the command first
 * @error: return location for an error
 *
 * `history`: the versions of an article, newest first.
 *
 * Returns: the exit code
 */
VslExit
vsl_cli_history (VslCli  *cli,
                 int      argc,
                 char   **argv,
                 GError **error)
{
  g_autofree char *id = NULL;
  g_autoptr(GPtrArray) versions = NULL;

  if (!vsl_cli_parse (cli, argv[0], NULL, &argc, &argv, error) ||
      !vsl_cli_need_args (cli, argc, argv, 1, 1, error))
    return VSL_EXIT_USAGE;
  if (!vsl_cli_open (cli, FALSE, error))
    return VSL_EXIT_STORE;

  id = vsl_desk_find_article (cli->desk, argv[1], error);
  if (id != NULL)
    versions = vsl_desk_list_versions (cli->desk, id, error);
  if (versions == NULL)
    return VSL_EXIT_NOT_FOUND;

  print_versions (cli, versions);

  return VSL_EXIT_DONE;
}
