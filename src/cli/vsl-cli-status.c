/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cli"

#include "config.h"

#include "cli/vsl-cli-article-json.h"
#include "cli/vsl-cli-commands.h"
#include "cli/vsl-cli-rows.h"
#include "cli/vsl-cli-table.h"
#include "cli/vsl-cli-words.h"
#include "desk/vsl-desk-outbox.h"

#include <glib/gi18n.h>

/* How the article stands against the copy, as far as can be told without asking the site. */
static VslComparison
compare_revisions (VslArticle   *article,
                   VslOutboxRow *row)
{
  if (vsl_outbox_row_get_copy (row) == NULL)
    return VSL_COMPARISON_MISSING;
  if (vsl_outbox_row_get_state (row) == VSL_OUTBOX_CONFLICT)
    return VSL_COMPARISON_BOTH;

  return vsl_article_get_revision (article) > vsl_outbox_row_get_article_revision (row)
           ? VSL_COMPARISON_CHANGED_HERE
           : VSL_COMPARISON_IN_STEP;
}

typedef struct
{
  gboolean done;
  gboolean known;
  VslComparison comparison;
  GError *error; /* (owned) (nullable) */
} Answer;

static void
compared_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  Answer *answer = user_data;

  answer->known = vsl_desk_compare_finish (VSL_DESK (object), result, &answer->comparison,
                                           &answer->error);
  answer->done = TRUE;
}

/* Asks the site; what it cannot tell now is what was seen there last. */
static VslComparison
compare (VslCli       *cli,
         VslArticle   *article,
         VslOutboxRow *row,
         gboolean     *asked)
{
  Answer answer = { 0 };

  vsl_desk_compare_async (cli->desk, row, NULL, compared_cb, &answer);
  while (!answer.done)
    g_main_context_iteration (NULL, TRUE);
  *asked = answer.known;
  if (answer.known)
    return answer.comparison;

  g_printerr ("verslag-cli: %s: %s\n", vsl_outbox_row_get_site (row), answer.error->message);
  g_clear_error (&answer.error);

  return compare_revisions (article, row);
}

static const char *
translate_comparison (VslComparison comparison)
{
  switch (comparison)
    {
    case VSL_COMPARISON_MISSING:
      return _("not on the site");
    case VSL_COMPARISON_BOTH:
      return _("changed here and there");
    case VSL_COMPARISON_CHANGED_HERE:
      return _("changed here");
    case VSL_COMPARISON_CHANGED_THERE:
      return _("changed there");
    case VSL_COMPARISON_IN_STEP:
    case VSL_N_COMPARISONS:
    default:
      return _("in step");
    }
}

/* Whether somebody has to do something besides publishing. */
static gboolean
is_to_act_on (VslComparison comparison)
{
  return comparison == VSL_COMPARISON_CHANGED_THERE || comparison == VSL_COMPARISON_BOTH ||
         comparison == VSL_COMPARISON_MISSING;
}

/* Reads what is known of the article on each site. */
static VslArticle *
load (VslCli      *cli,
      const char  *id,
      const char  *site,
      GPtrArray   *rows,
      GError     **error)
{
  g_autoptr(VslArticle) article = vsl_cli_load (cli, id, error);

  g_ptr_array_set_size (rows, 0);
  if (article == NULL || !vsl_cli_collect_rows (cli, vsl_article_get_id (article), rows, error) ||
      !vsl_cli_choose_rows (cli, site, rows, error))
    return NULL;

  return g_steal_pointer (&article);
}

static void
wait_for (VslPublication *publication)
{
  const char * const *warnings;
  guint i;

  while (vsl_publication_get_running (publication))
    g_main_context_iteration (NULL, TRUE);
  warnings = vsl_publication_get_warnings (publication);
  for (i = 0; warnings[i] != NULL; i++)
    g_printerr ("%s\n", warnings[i]);
}

/* Sees whether what was scheduled has appeared, which is kept: so not beside an open window, which does
 * that itself. */
static gboolean
see_due (VslCli      *cli,
         const char  *id,
         const char  *site,
         GError     **error)
{
  g_autoptr(GPtrArray) due = NULL;
  guint i;

  vsl_cli_close (cli);
  if (!vsl_cli_open (cli, TRUE, NULL))
    return vsl_cli_open (cli, FALSE, error);

  due = vsl_desk_list_unseen (cli->desk, id, error);
  if (due == NULL || !vsl_cli_choose_rows (cli, site, due, error))
    return FALSE;
  for (i = 0; i < due->len; i++)
    {
      g_autoptr(VslPublication) publication = vsl_desk_see (cli->desk, due->pdata[i], NULL);

      if (publication != NULL)
        wait_for (publication);
    }

  return TRUE;
}

/**
 * vsl_cli_status:
 * @cli: the run
 * @argc: number of arguments
 * @argv: (array length=argc): the arguments, the name of the command first
 * @error: return location for an error
 *
 * `status`: how an article stands on each site. The site is asked, unless --offline is given; what it
 * cannot tell is what was seen there last, and then `asked` is false. What was scheduled, and should have
 * appeared by now, is looked at and noted as such.
 *
 * Returns: the exit code: %VSL_EXIT_ACT when something was changed there or is not there any more,
 *   %VSL_EXIT_REMOTE when a site could not tell
 */
VslExit
vsl_cli_status (VslCli  *cli,
                int      argc,
                char   **argv,
                GError **error)
{
  g_autoptr(VslArticle) article = NULL;
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) due = NULL;
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(VslCliTable) table = vsl_cli_table_new (4);
  g_autofree char *site = NULL;
  VslExit result = VSL_EXIT_DONE;
  gboolean offline = FALSE;
  GOptionEntry entries[] = {
    { "site", 0, 0, G_OPTION_ARG_STRING, &site, NULL, NULL },
    { "offline", 0, 0, G_OPTION_ARG_NONE, &offline, NULL, NULL },
    { "password-file", 0, 0, G_OPTION_ARG_FILENAME, &cli->password_file, NULL, NULL },
    { NULL },
  };
  guint i;

  if (!vsl_cli_parse (cli, argv[0], entries, &argc, &argv, error) ||
      !vsl_cli_need_args (cli, argc, argv, 1, 1, error))
    return VSL_EXIT_USAGE;
  if (!vsl_cli_open (cli, FALSE, error))
    return VSL_EXIT_STORE;
  article = load (cli, argv[1], site, rows, error);
  if (article == NULL)
    return VSL_EXIT_NOT_FOUND;
  due = offline ? NULL : vsl_desk_list_unseen (cli->desk, vsl_article_get_id (article), NULL);
  if (due != NULL && due->len > 0)
    {
      g_autoptr(VslArticle) before = g_steal_pointer (&article);

      if (!see_due (cli, vsl_article_get_id (before), site, error))
        return VSL_EXIT_STORE;
      article = load (cli, vsl_article_get_id (before), site, rows, error);
      if (article == NULL)
        return VSL_EXIT_NOT_FOUND;
    }

  json_builder_begin_object (builder);
  vsl_cli_add_string (builder, "id", vsl_article_get_id (article));
  json_builder_set_member_name (builder, "sites");
  json_builder_begin_array (builder);
  for (i = 0; i < rows->len; i++)
    {
      VslOutboxRow *row = g_ptr_array_index (rows, i);
      VslRemoteCopy *copy = vsl_outbox_row_get_copy (row);
      gboolean asked = FALSE;
      VslComparison comparison = offline ? compare_revisions (article, row)
                                         : compare (cli, article, row, &asked);

      if (!asked && !offline)
        result = VSL_EXIT_REMOTE;
      else if (result == VSL_EXIT_DONE && is_to_act_on (comparison))
        result = VSL_EXIT_ACT;

      json_builder_begin_object (builder);
      vsl_cli_add_row_members (builder, row);
      vsl_cli_add_string (builder, "comparison", vsl_comparison_get_name (comparison));
      json_builder_set_member_name (builder, "asked");
      json_builder_add_boolean_value (builder, asked);
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

  return result;
}
