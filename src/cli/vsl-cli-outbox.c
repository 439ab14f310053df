/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cli"

#include "config.h"

#include "cli/vsl-cli-article-json.h"
#include "cli/vsl-cli-commands.h"
#include "cli/vsl-cli-publications.h"
#include "cli/vsl-cli-rows.h"
#include "cli/vsl-cli-table.h"
#include "cli/vsl-cli-words.h"
#include "desk/vsl-desk-outbox.h"

#include <glib/gi18n.h>

/* Of all articles: what was published, and what waits. */
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

      if (!vsl_cli_collect_rows (cli, vsl_article_summary_get_id (summary), rows, error))
        return FALSE;
    }

  return TRUE;
}

static void
add_event (JsonBuilder    *builder,
           VslOutboxEvent *event)
{
  g_autofree char *at = vsl_cli_format_time (vsl_outbox_event_get_at (event));
  g_autofree char *message = vsl_outbox_words_event (event);

  json_builder_begin_object (builder);
  vsl_cli_add_string (builder, "at", at);
  vsl_cli_add_string (builder, "what", vsl_outbox_what_get_name (vsl_outbox_event_get_what (event)));
  json_builder_set_member_name (builder, "attempt");
  json_builder_add_int_value (builder, vsl_outbox_event_get_attempt (event));
  vsl_cli_add_string (builder, "detail", vsl_outbox_event_get_detail (event));
  vsl_cli_add_string (builder, "message", message);
  json_builder_end_object (builder);
}

static void
add_row (JsonBuilder  *builder,
         VslOutboxRow *row,
         GPtrArray    *events)
{
  const VslOutboxPlan *plan = vsl_outbox_row_get_plan (row);
  g_autofree char *next_at = plan->next_at > 0 ? vsl_cli_format_time (plan->next_at) : NULL;
  guint i;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "row");
  json_builder_add_int_value (builder, vsl_outbox_row_get_row_id (row));
  vsl_cli_add_string (builder, "id", vsl_outbox_row_get_article_id (row));
  vsl_cli_add_row_members (builder, row);
  json_builder_set_member_name (builder, "attempts");
  json_builder_add_int_value (builder, plan->attempts);
  vsl_cli_add_string (builder, "next_at", next_at);
  json_builder_set_member_name (builder, "history");
  json_builder_begin_array (builder);
  for (i = 0; i < events->len; i++)
    add_event (builder, events->pdata[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

/* The row for people, and under it what happened, line by line. */
static void
print_row (VslOutboxRow *row,
           GPtrArray    *events)
{
  const char *message = vsl_outbox_row_get_message (row);
  guint i;

  g_print ("%" G_GINT64_FORMAT "  %s  %s  %s%s%s\n", vsl_outbox_row_get_row_id (row),
           vsl_outbox_row_get_article_id (row), vsl_outbox_row_get_site (row),
           vsl_cli_word_for_state (vsl_outbox_row_get_state (row)), message != NULL ? ": " : "",
           message != NULL ? message : "");
  for (i = 0; i < events->len; i++)
    {
      VslOutboxEvent *event = events->pdata[i];
      g_autofree char *at = vsl_cli_format_time (vsl_outbox_event_get_at (event));
      g_autofree char *words = vsl_outbox_words_event (event);

      g_print ("    %s  %s\n", at, words);
    }
}

static VslExit
list_rows (VslCli      *cli,
           const char  *id_or_prefix,
           GError     **error)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autofree char *id = NULL;
  guint i;

  if (!vsl_cli_open (cli, FALSE, error))
    return VSL_EXIT_STORE;
  if (id_or_prefix != NULL && (id = vsl_desk_find_article (cli->desk, id_or_prefix, error)) == NULL)
    return VSL_EXIT_NOT_FOUND;
  if (id != NULL ? !vsl_cli_collect_rows (cli, id, rows, error) : !collect_all (cli, rows, error))
    return VSL_EXIT_STORE;

  json_builder_begin_array (builder);
  for (i = 0; i < rows->len; i++)
    {
      g_autoptr(GPtrArray) events = vsl_desk_list_outbox_events (cli->desk, rows->pdata[i], error);

      if (events == NULL)
        return VSL_EXIT_STORE;
      if (cli->json)
        add_row (builder, rows->pdata[i], events);
      else
        print_row (rows->pdata[i], events);
    }
  json_builder_end_array (builder);
  if (cli->json)
    vsl_cli_print_json_builder (builder);

  return VSL_EXIT_DONE;
}

static gboolean
waits (VslOutboxRow *row)
{
  return vsl_outbox_row_get_state (row) == VSL_OUTBOX_QUEUED ||
         vsl_outbox_row_get_state (row) == VSL_OUTBOX_IN_DOUBT;
}

/* What waits, and what was scheduled and should have appeared. */
static GPtrArray *
list_due (VslCli  *cli,
          GError **error)
{
  g_autoptr(GPtrArray) rows = vsl_desk_list_outbox (cli->desk, NULL, error);
  GPtrArray *unseen;
  guint i;

  if (rows == NULL)
    return NULL;
  for (i = rows->len; i > 0; i--)
    if (!waits (rows->pdata[i - 1]))
      g_ptr_array_remove_index (rows, i - 1);

  unseen = vsl_desk_list_unseen (cli->desk, NULL, error);
  if (unseen == NULL)
    return NULL;
  g_ptr_array_extend_and_steal (rows, unseen);

  return g_steal_pointer (&rows);
}

/* Sends what waits, sees what should have appeared, and tells of each. */
static VslExit
send_rows (VslCli      *cli,
           const char  *site_name,
           GError     **error)
{
  g_autoptr(GPtrArray) publications = vsl_cli_publications_new ();
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(GPtrArray) rows = NULL;
  VslExit result;
  guint i;

  if (!vsl_cli_open (cli, TRUE, error))
    return VSL_EXIT_STORE;
  rows = list_due (cli, error);
  if (rows == NULL)
    return VSL_EXIT_STORE;
  if (!vsl_cli_choose_rows (cli, site_name, rows, error))
    return VSL_EXIT_USAGE;

  for (i = 0; i < rows->len; i++)
    {
      VslOutboxRow *row = rows->pdata[i];
      g_autoptr(VslSite) site = vsl_desk_find_site (cli->desk, vsl_outbox_row_get_site (row), NULL);
      g_autoptr(VslPublication) publication = NULL;

      if (site == NULL)
        continue; /* it was removed, and what waits for it waits for its return */
      publication = waits (row) ? vsl_desk_retry (cli->desk, row, error) : vsl_desk_see (cli->desk, row, error);
      if (publication == NULL)
        return VSL_EXIT_NOT_FOUND;
      vsl_cli_publications_add (publications, vsl_outbox_row_get_article_id (row), site, publication);
    }

  json_builder_begin_array (builder);
  result = vsl_cli_publications_wait (publications, cli, builder);
  json_builder_end_array (builder);
  if (cli->json)
    vsl_cli_print_json_builder (builder);
  else if (publications->len == 0)
    g_print ("%s\n", _("Nothing waits in the outbox."));

  return result;
}

static VslExit
discard_row (VslCli      *cli,
             const char  *text,
             GError     **error)
{
  g_autoptr(GPtrArray) rows = NULL;
  gint64 number = g_ascii_strtoll (text, NULL, 10);
  guint i;

  if (!vsl_cli_open (cli, TRUE, error))
    return VSL_EXIT_STORE;
  rows = vsl_desk_list_outbox (cli->desk, NULL, error);
  if (rows == NULL)
    return VSL_EXIT_STORE;

  for (i = 0; i < rows->len; i++)
    {
      if (vsl_outbox_row_get_row_id (rows->pdata[i]) == number)
        return vsl_desk_discard (cli->desk, rows->pdata[i], error) ? VSL_EXIT_DONE : VSL_EXIT_STORE;
    }

  g_set_error (error, VSL_DESK_ERROR, VSL_DESK_ERROR_NOT_FOUND,
               _("Nothing with number “%s” waits in the outbox; “outbox” lists the numbers."), text);

  return VSL_EXIT_NOT_FOUND;
}

/**
 * vsl_cli_outbox:
 * @cli: the run
 * @argc: number of arguments
 * @argv: (array length=argc): the arguments, the name of the command first
 * @error: return location for an error
 *
 * `outbox`: what was, or is to be, published, of one article or of all, with what happened to it;
 * `outbox run` sends what waits and sees whether what was scheduled has appeared, `outbox discard ROW`
 * takes one out.
 *
 * Returns: the exit code
 */
VslExit
vsl_cli_outbox (VslCli  *cli,
                int      argc,
                char   **argv,
                GError **error)
{
  g_autofree char *site = NULL;
  GOptionEntry entries[] = {
    { "site", 0, 0, G_OPTION_ARG_STRING, &site, NULL, NULL },
    { "password-file", 0, 0, G_OPTION_ARG_FILENAME, &cli->password_file, NULL, NULL },
    { NULL },
  };

  if (!vsl_cli_parse (cli, argv[0], entries, &argc, &argv, error) ||
      !vsl_cli_need_args (cli, argc, argv, 0, 2, error))
    return VSL_EXIT_USAGE;

  if (argc == 3 && g_str_equal (argv[1], "discard"))
    return discard_row (cli, argv[2], error);
  if (!vsl_cli_need_args (cli, argc, argv, 0, 1, error))
    return VSL_EXIT_USAGE;
  if (argc == 2 && g_str_equal (argv[1], "run"))
    return send_rows (cli, site, error);

  return list_rows (cli, argc == 2 ? argv[1] : NULL, error);
}
