/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cli"

#include "config.h"

#include "cli/vsl-cli-article-json.h"
#include "cli/vsl-cli-commands.h"
#include "cli/vsl-cli-debate.h"
#include "cli/vsl-cli-table.h"

#include <glib/gi18n.h>

static void
print_balance_json (GArray *rows)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  guint i;

  json_builder_begin_array (builder);
  for (i = 0; i < rows->len; i++)
    {
      const VslBalanceRow *row = &g_array_index (rows, VslBalanceRow, i);

      json_builder_begin_object (builder);
      vsl_cli_add_string (builder, "participant", vsl_participant_get_name (row->participant));
      json_builder_set_member_name (builder, "chair");
      json_builder_add_boolean_value (builder, vsl_participant_get_chair (row->participant));
      json_builder_set_member_name (builder, "quotations");
      json_builder_add_int_value (builder, row->quotations);
      json_builder_set_member_name (builder, "words");
      json_builder_add_int_value (builder, row->words);
      json_builder_set_member_name (builder, "share");
      json_builder_add_double_value (builder, row->share);
      json_builder_set_member_name (builder, "speaking_ms");
      json_builder_add_int_value (builder, row->speaking_ms);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  vsl_cli_print_json_builder (builder);
}

static void
print_balance (GArray *rows)
{
  g_autoptr(VslCliTable) table = vsl_cli_table_new (5);
  guint i;

  vsl_cli_table_add (table, _("Quotations"), _("Words"), _("Share"), _("Spoke"),
                     _("Participant"), NULL);
  for (i = 0; i < rows->len; i++)
    {
      const VslBalanceRow *row = &g_array_index (rows, VslBalanceRow, i);
      g_autofree char *quotations = g_strdup_printf ("%u", row->quotations);
      g_autofree char *words = g_strdup_printf ("%u", row->words);
      g_autofree char *share = g_strdup_printf ("%.0f%%", row->share * 100);
      g_autofree char *spoke =
        g_strdup_printf ("%d:%02d", (int) (row->speaking_ms / 60000),
                         (int) (row->speaking_ms / 1000 % 60));

      vsl_cli_table_add (table, quotations, words, share, spoke,
                         vsl_participant_get_name (row->participant), NULL);
    }
  vsl_cli_table_print (table);
}

/**
 * vsl_cli_balance:
 * @cli: the run
 * @argc: number of arguments
 * @argv: (array length=argc): the arguments, the name of the command first
 * @error: return location for an error
 *
 * `balance`: how much each participant is quoted, and spoke.
 *
 * Returns: the exit code
 */
VslExit
vsl_cli_balance (VslCli  *cli,
                 int      argc,
                 char   **argv,
                 GError **error)
{
  g_autofree char *path = NULL;
  g_autoptr(VslArticle) article = NULL;
  g_autoptr(VslTranscript) transcript = NULL;
  g_autoptr(GArray) rows = NULL;
  GOptionEntry entries[] = {
    { "transcript", 0, 0, G_OPTION_ARG_FILENAME, &path, NULL, NULL },
    { NULL },
  };

  if (!vsl_cli_parse (cli, argv[0], entries, &argc, &argv, error) ||
      !vsl_cli_need_args (cli, argc, argv, 1, 1, error))
    return VSL_EXIT_USAGE;
  if (!vsl_cli_load_for_debate (cli, argv[1], path, &article, &transcript, error))
    return VSL_EXIT_INPUT;

  rows = vsl_desk_measure_balance (article, transcript);
  if (cli->json)
    print_balance_json (rows);
  else
    print_balance (rows);

  return VSL_EXIT_DONE;
}
