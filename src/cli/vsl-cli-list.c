/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cli"

#include "config.h"

#include "cli/vsl-cli-article-json.h"
#include "cli/vsl-cli-commands.h"
#include "cli/vsl-cli-table.h"
#include "cli/vsl-cli-words.h"

#include "desk/vsl-desk-folders.h"

#include <glib/gi18n.h>

static void
add_json (JsonBuilder       *builder,
          VslArticleSummary *summary)
{
  g_autofree char *updated_at =
    vsl_cli_format_time (vsl_article_summary_get_updated_at (summary));

  json_builder_begin_object (builder);
  vsl_cli_add_string (builder, "id", vsl_article_summary_get_id (summary));
  vsl_cli_add_string (builder, "kind",
                      vsl_kind_get_name (vsl_article_summary_get_kind (summary)));
  vsl_cli_add_string (builder, "status",
                      vsl_status_get_name (vsl_article_summary_get_status (summary)));
  vsl_cli_add_string (builder, "headline", vsl_article_summary_get_headline (summary));
  vsl_cli_add_string (builder, "language", vsl_article_summary_get_language (summary));
  json_builder_set_member_name (builder, "words");
  json_builder_add_int_value (builder, vsl_article_summary_get_words (summary));
  vsl_cli_add_strings (builder, "tags", vsl_article_summary_get_tags (summary));
  vsl_cli_add_string (builder, "updated_at", updated_at);
  vsl_cli_add_strings (builder, "sites", vsl_article_summary_get_sites (summary));
  json_builder_end_object (builder);
}

static void
add_row (VslCliTable       *table,
         VslArticleSummary *summary)
{
  g_autoptr(GDateTime) moment = g_date_time_new_from_unix_local (
    vsl_article_summary_get_updated_at (summary) / G_USEC_PER_SEC);
  g_autofree char *date = g_date_time_format (moment, "%Y-%m-%d %H:%M");
  g_autofree char *words = g_strdup_printf ("%u", vsl_article_summary_get_words (summary));
  const char *headline = vsl_article_summary_get_headline (summary);

  vsl_cli_table_add (table, vsl_article_summary_get_id (summary),
                     vsl_cli_word_for_status (vsl_article_summary_get_status (summary)), date,
                     words, *headline != '\0' ? headline : _("(no headline)"), NULL);
}

static VslExit
run_list (VslCli                 *cli,
          const VslLibraryQuery  *query,
          int                     argc,
          char                  **argv,
          GError                **error)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(VslCliTable) table = vsl_cli_table_new (5);
  g_autoptr(GListModel) library = NULL;
  VslStatus status;
  guint i;

  if (!vsl_cli_need_args (cli, argc, argv, 0, 0, error))
    return VSL_EXIT_USAGE;
  if (query->status != NULL && !vsl_status_from_name (query->status, &status))
    {
      g_set_error (error, VSL_DESK_ERROR, VSL_DESK_ERROR_USAGE,
                   _("“%s” is not a status. Known are: idea, draft, participants, copy-desk, "
                     "ready, scheduled, published."),
                   query->status);
      return VSL_EXIT_USAGE;
    }
  if (!vsl_cli_open (cli, FALSE, error))
    return VSL_EXIT_STORE;

  library = vsl_desk_open_folder (cli->desk, query, error);
  if (library == NULL)
    return VSL_EXIT_STORE;

  json_builder_begin_array (builder);
  vsl_cli_table_add (table, "ID", _("Status"), _("Changed"), _("Words"), _("Headline"), NULL);
  for (i = 0; i < g_list_model_get_n_items (library); i++)
    {
      g_autoptr(VslArticleSummary) summary = g_list_model_get_item (library, i);

      if (cli->json)
        add_json (builder, summary);
      else
        add_row (table, summary);
    }
  json_builder_end_array (builder);

  if (cli->json)
    vsl_cli_print_json_builder (builder);
  else
    vsl_cli_table_print (table);

  return VSL_EXIT_DONE;
}

/**
 * vsl_cli_list:
 * @cli: the run
 * @argc: number of arguments
 * @argv: (array length=argc): the arguments, the name of the command first
 * @error: return location for an error
 *
 * `list`: the articles, those that changed last first.
 *
 * Returns: the exit code
 */
VslExit
vsl_cli_list (VslCli  *cli,
              int      argc,
              char   **argv,
              GError **error)
{
  g_autofree char *status = NULL;
  g_autofree char *tag = NULL;
  g_autofree char *site = NULL;
  GOptionEntry entries[] = {
    { "status", 0, 0, G_OPTION_ARG_STRING, &status, NULL, NULL },
    { "tag", 0, 0, G_OPTION_ARG_STRING, &tag, NULL, NULL },
    { "site", 0, 0, G_OPTION_ARG_STRING, &site, NULL, NULL },
    { NULL },
  };
  VslLibraryQuery query = { 0 };

  if (!vsl_cli_parse (cli, argv[0], entries, &argc, &argv, error))
    return VSL_EXIT_USAGE;

  query = (VslLibraryQuery) { .status = status, .tag = tag, .site = site };

  return run_list (cli, &query, argc, argv, error);
}
