/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cli"

#include "config.h"

#include "cli/vsl-cli-article-json.h"
#include "cli/vsl-cli-commands.h"
#include "cli/vsl-cli-table.h"
#include "cli/vsl-cli-words.h"

#include <glib/gi18n.h>

/* Rows of the outbox of one article, or of all. */
static gboolean
collect_rows (VslCli      *cli,
              const char  *article_id,
              GPtrArray   *rows,
              GError     **error)
{
  GListModel *sites = vsl_desk_get_sites (cli->desk);
  guint i;

  for (i = 0; i < g_list_model_get_n_items (sites); i++)
    {
      g_autoptr(VslSite) site = g_list_model_get_item (sites, i);
      g_autoptr(GError) cause = NULL;
      VslOutboxRow *row =
        vsl_desk_find_copy (cli->desk, article_id, vsl_site_get_name (site), &cause);

      if (cause != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&cause));
          return FALSE;
        }
      if (row != NULL)
        g_ptr_array_add (rows, row);
    }

  return TRUE;
}

static void
add_row_members (JsonBuilder  *builder,
                 VslOutboxRow *row)
{
  VslRemoteCopy *copy = vsl_outbox_row_get_copy (row);
  g_autofree char *updated_at = vsl_cli_format_time (vsl_outbox_row_get_updated_at (row));

  vsl_cli_add_string (builder, "site", vsl_outbox_row_get_site (row));
  vsl_cli_add_string (builder, "state",
                      vsl_outbox_state_get_name (vsl_outbox_row_get_state (row)));
  vsl_cli_add_string (builder, "remote_id",
                      copy != NULL ? vsl_remote_copy_get_remote_id (copy) : NULL);
  vsl_cli_add_string (builder, "status",
                      copy != NULL ? vsl_remote_status_get_name (vsl_remote_copy_get_status (copy))
                                   : NULL);
  vsl_cli_add_string (builder, "url", copy != NULL ? vsl_remote_copy_get_url (copy) : NULL);
  vsl_cli_add_string (builder, "message", vsl_outbox_row_get_message (row));
  vsl_cli_add_string (builder, "updated_at", updated_at);
}

/* How the article stands against the copy, as far as can be told without asking the site. */
static const char *
compare_revisions (VslArticle   *article,
                   VslOutboxRow *row)
{
  if (vsl_outbox_row_get_copy (row) == NULL)
    return "missing";
  if (vsl_outbox_row_get_state (row) == VSL_OUTBOX_CONFLICT)
    return "both";

  return vsl_article_get_revision (article) > vsl_outbox_row_get_article_revision (row)
           ? "changed-here"
           : "in-step";
}

static const char *
translate_comparison (const char *comparison)
{
  if (g_str_equal (comparison, "missing"))
    return _("not on the site");
  if (g_str_equal (comparison, "both"))
    return _("changed here and there");
  if (g_str_equal (comparison, "changed-here"))
    return _("changed here");

  return _("in step");
}

/**
 * vsl_cli_status:
 * @cli: the run
 * @argc: number of arguments
 * @argv: (array length=argc): the arguments, the name of the command first
 * @error: return location for an error
 *
 * `status`: how an article stands on each site, by what the last publication saw there.
 *
 * Returns: the exit code
 */
VslExit
vsl_cli_status (VslCli  *cli,
                int      argc,
                char   **argv,
                GError **error)
{
  g_autoptr(VslArticle) article = NULL;
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(VslCliTable) table = vsl_cli_table_new (4);
  guint i;

  if (!vsl_cli_parse (cli, argv[0], NULL, &argc, &argv, error) ||
      !vsl_cli_need_args (cli, argc, argv, 1, 1, error))
    return VSL_EXIT_USAGE;
  if (!vsl_cli_open (cli, FALSE, error))
    return VSL_EXIT_STORE;
  article = vsl_cli_load (cli, argv[1], error);
  if (article == NULL || !collect_rows (cli, vsl_article_get_id (article), rows, error))
    return VSL_EXIT_NOT_FOUND;

  json_builder_begin_object (builder);
  vsl_cli_add_string (builder, "id", vsl_article_get_id (article));
  json_builder_set_member_name (builder, "sites");
  json_builder_begin_array (builder);
  for (i = 0; i < rows->len; i++)
    {
      VslOutboxRow *row = g_ptr_array_index (rows, i);
      VslRemoteCopy *copy = vsl_outbox_row_get_copy (row);
      const char *comparison = compare_revisions (article, row);

      json_builder_begin_object (builder);
      add_row_members (builder, row);
      vsl_cli_add_string (builder, "comparison", comparison);
      json_builder_end_object (builder);
      vsl_cli_table_add (table, vsl_outbox_row_get_site (row),
                         vsl_cli_word_for_remote (copy != NULL ? vsl_remote_copy_get_status (copy)
                                                               : VSL_REMOTE_UNKNOWN),
                         translate_comparison (comparison),
                         copy != NULL ? vsl_remote_copy_get_url (copy) : "", NULL);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  if (cli->json)
    vsl_cli_print_json_builder (builder);
  else if (rows->len == 0)
    g_print ("%s\n", _("This article is on no site."));
  else
    vsl_cli_table_print (table);

  return VSL_EXIT_DONE;
}

static gboolean
collect_all (VslCli     *cli,
             GPtrArray  *rows,
             GError    **error)
{
  GListModel *library = vsl_desk_get_library (cli->desk);
  guint i;

  for (i = 0; i < g_list_model_get_n_items (library); i++)
    {
      g_autoptr(VslArticleSummary) summary = g_list_model_get_item (library, i);

      if (!collect_rows (cli, vsl_article_summary_get_id (summary), rows, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * vsl_cli_outbox:
 * @cli: the run
 * @argc: number of arguments
 * @argv: (array length=argc): the arguments, the name of the command first
 * @error: return location for an error
 *
 * `outbox`: what was, or is to be, published, of one article or of all.
 *
 * Returns: the exit code
 */
VslExit
vsl_cli_outbox (VslCli  *cli,
                int      argc,
                char   **argv,
                GError **error)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(VslCliTable) table = vsl_cli_table_new (4);
  g_autofree char *id = NULL;
  guint i;

  if (!vsl_cli_parse (cli, argv[0], NULL, &argc, &argv, error) ||
      !vsl_cli_need_args (cli, argc, argv, 0, 1, error))
    return VSL_EXIT_USAGE;
  if (!vsl_cli_open (cli, FALSE, error))
    return VSL_EXIT_STORE;
  if (argc == 2 && (id = vsl_desk_find_article (cli->desk, argv[1], error)) == NULL)
    return VSL_EXIT_NOT_FOUND;
  if (id != NULL ? !collect_rows (cli, id, rows, error) : !collect_all (cli, rows, error))
    return VSL_EXIT_STORE;

  vsl_cli_table_add (table, "ID", _("Site"), _("State"), _("Message"), NULL);
  json_builder_begin_array (builder);
  for (i = 0; i < rows->len; i++)
    {
      VslOutboxRow *row = g_ptr_array_index (rows, i);
      const char *message = vsl_outbox_row_get_message (row);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "row");
      json_builder_add_int_value (builder, vsl_outbox_row_get_row_id (row));
      vsl_cli_add_string (builder, "id", vsl_outbox_row_get_article_id (row));
      add_row_members (builder, row);
      json_builder_end_object (builder);
      vsl_cli_table_add (table, vsl_outbox_row_get_article_id (row),
                         vsl_outbox_row_get_site (row),
                         vsl_cli_word_for_state (vsl_outbox_row_get_state (row)),
                         message != NULL ? message : "", NULL);
    }
  json_builder_end_array (builder);

  if (cli->json)
    vsl_cli_print_json_builder (builder);
  else
    vsl_cli_table_print (table);

  return VSL_EXIT_DONE;
}
