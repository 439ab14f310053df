/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cli"

#include "config.h"

#include "cli/vsl-cli-article-json.h"
#include "cli/vsl-cli-commands.h"
#include "cli/vsl-cli-table.h"

#include "desk/vsl-desk-search.h"

#include <glib/gi18n.h>

#define DEFAULT_LIMIT 20
#define MAX_LIMIT 10000

static void
add_json (JsonBuilder  *builder,
          VslSearchHit *hit)
{
  g_autofree char *headline = vsl_search_hit_strip_marks (vsl_search_hit_get_headline (hit));
  g_autofree char *snippet = vsl_search_hit_strip_marks (vsl_search_hit_get_snippet (hit));

  json_builder_begin_object (builder);
  vsl_cli_add_string (builder, "id", vsl_search_hit_get_id (hit));
  vsl_cli_add_string (builder, "headline", headline);
  vsl_cli_add_string (builder, "snippet", snippet);
  json_builder_set_member_name (builder, "rank");
  json_builder_add_double_value (builder, vsl_search_hit_get_rank (hit));
  json_builder_end_object (builder);
}

static void
add_row (VslCliTable  *table,
         VslSearchHit *hit)
{
  g_autofree char *headline = vsl_search_hit_strip_marks (vsl_search_hit_get_headline (hit));
  g_autofree char *snippet = vsl_search_hit_strip_marks (vsl_search_hit_get_snippet (hit));

  g_strdelimit (snippet, "\n\t", ' ');
  vsl_cli_table_add (table, vsl_search_hit_get_id (hit),
                     *headline != '\0' ? headline : _("(no headline)"), snippet, NULL);
}

static void
print_hits (VslCli    *cli,
            GPtrArray *hits)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(VslCliTable) table = vsl_cli_table_new (3);
  guint i;

  json_builder_begin_array (builder);
  vsl_cli_table_add (table, "ID", _("Headline"), _("Found"), NULL);
  for (i = 0; i < hits->len; i++)
    {
      add_json (builder, g_ptr_array_index (hits, i));
      add_row (table, g_ptr_array_index (hits, i));
    }
  json_builder_end_array (builder);

  if (cli->json)
    vsl_cli_print_json_builder (builder);
  else
    vsl_cli_table_print (table);
}

static VslExit
run_search (VslCli  *cli,
            int      limit,
            int      argc,
            char   **argv,
            GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr(GPtrArray) hits = NULL;
  guint n_found = 0;

  if (!vsl_cli_need_args (cli, argc, argv, 1, -1, error))
    return VSL_EXIT_USAGE;
  if (limit < 1 || limit > MAX_LIMIT)
    {
      g_set_error (error, VSL_DESK_ERROR, VSL_DESK_ERROR_USAGE,
                   _("--limit takes a number from 1 to %d."), MAX_LIMIT);
      return VSL_EXIT_USAGE;
    }
  if (!vsl_cli_open (cli, FALSE, error))
    return VSL_EXIT_STORE;

  text = g_strjoinv (" ", argv + 1);
  hits = vsl_desk_search (cli->desk, text, (guint) limit, &n_found, error);
  if (hits == NULL)
    return VSL_EXIT_STORE;

  print_hits (cli, hits);
  if (!cli->json && n_found > hits->len)
    g_printerr (_("There are more: --limit shows up to so many.\n"));

  return VSL_EXIT_DONE;
}

/**
 * vsl_cli_search:
 * @cli: the run
 * @argc: number of arguments
 * @argv: (array length=argc): the arguments, the name of the command first
 * @error: return location for an error
 *
 * `search`: the articles with these words, the best first. The index of a window is used where there
 * is one.
 *
 * Returns: the exit code
 */
VslExit
vsl_cli_search (VslCli  *cli,
                int      argc,
                char   **argv,
                GError **error)
{
  int limit = DEFAULT_LIMIT;
  GOptionEntry entries[] = {
    { "limit", 0, 0, G_OPTION_ARG_INT, &limit, NULL, NULL },
    { NULL },
  };

  if (!vsl_cli_parse (cli, argv[0], entries, &argc, &argv, error))
    return VSL_EXIT_USAGE;

  return run_search (cli, limit, argc, argv, error);
}
