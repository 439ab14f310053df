/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cli"

#include "config.h"

#include "cli/vsl-cli-article-json.h"
#include "cli/vsl-cli-commands.h"
#include "cli/vsl-cli-publications.h"
#include "desk/vsl-desk-resolve.h"

#include <glib/gi18n.h>

static VslExit
take_theirs (VslCli        *cli,
             VslOutboxRow  *row,
             gboolean       merge,
             GError       **error)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  guint n_left = 0;

  if (!vsl_desk_take_theirs (cli->desk, row, merge, &n_left, error))
    return g_error_matches (*error, VSL_DESK_ERROR, VSL_DESK_ERROR_CONFLICT) ? VSL_EXIT_CONFLICT
           : g_error_matches (*error, VSL_DESK_ERROR, VSL_DESK_ERROR_USAGE)  ? VSL_EXIT_USAGE
                                                                             : VSL_EXIT_STORE;

  json_builder_begin_object (builder);
  vsl_cli_add_string (builder, "id", vsl_outbox_row_get_article_id (row));
  vsl_cli_add_string (builder, "site", vsl_outbox_row_get_site (row));
  vsl_cli_add_string (builder, "taken", merge ? "merge" : "theirs");
  json_builder_set_member_name (builder, "left");
  json_builder_add_int_value (builder, n_left);
  json_builder_end_object (builder);
  if (cli->json)
    vsl_cli_print_json_builder (builder);
  else
    g_print ("%s\n", merge ? _("Both versions are merged here. Read the article, and publish it again.")
                           : _("Their version is here now; ours is among the versions."));
  if (!cli->json && n_left > 0)
    g_print ("%s\n", _("The byline, the credit or the participants were changed there too; change those here "
                       "by hand."));

  return n_left > 0 ? VSL_EXIT_ACT : VSL_EXIT_DONE;
}

static VslExit
resolve (VslCli      *cli,
         const char  *id_or_prefix,
         VslSite     *site,
         const char  *take,
         GError     **error)
{
  g_autoptr(GPtrArray) publications = vsl_cli_publications_new ();
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(VslOutboxRow) row = NULL;
  g_autoptr(VslPublication) publication = NULL;
  g_autofree char *id = vsl_desk_find_article (cli->desk, id_or_prefix, error);
  VslExit result;

  if (id == NULL)
    return VSL_EXIT_NOT_FOUND;
  row = vsl_desk_find_copy (cli->desk, id, vsl_site_get_name (site), error);
  if (row == NULL)
    {
      if (error != NULL && *error == NULL)
        g_set_error (error, VSL_DESK_ERROR, VSL_DESK_ERROR_NOT_FOUND,
                     _("The article %s was never put on “%s”."), id, vsl_site_get_name (site));
      return VSL_EXIT_NOT_FOUND;
    }
  if (!g_str_equal (take, "ours"))
    return take_theirs (cli, row, g_str_equal (take, "merge"), error);
  publication = vsl_desk_take_ours (cli->desk, row, error);
  if (publication == NULL)
    return VSL_EXIT_USAGE;

  vsl_cli_publications_add (publications, id, site, publication);
  result = vsl_cli_publications_wait (publications, cli, builder);
  if (cli->json)
    vsl_cli_print_json_builder (builder);

  return result;
}

/**
 * vsl_cli_resolve:
 * @cli: the run
 * @argc: number of arguments
 * @argv: (array length=argc): the arguments, the name of the command first
 * @error: return location for an error
 *
 * `resolve`: ends a conflict. With `--take ours` our version goes to the site, and theirs is kept in
 * the outbox. With `theirs` and `merge` nothing is sent: theirs is taken over here, or merged with ours.
 *
 * Returns: the exit code
 */
VslExit
vsl_cli_resolve (VslCli  *cli,
                 int      argc,
                 char   **argv,
                 GError **error)
{
  g_autofree char *site_name = NULL;
  g_autofree char *take = NULL;
  g_autoptr(VslSite) site = NULL;
  GOptionEntry entries[] = {
    { "site", 0, 0, G_OPTION_ARG_STRING, &site_name, NULL, NULL },
    { "take", 0, 0, G_OPTION_ARG_STRING, &take, NULL, NULL },
    { "password-file", 0, 0, G_OPTION_ARG_FILENAME, &cli->password_file, NULL, NULL },
    { NULL },
  };

  if (!vsl_cli_parse (cli, argv[0], entries, &argc, &argv, error) ||
      !vsl_cli_need_args (cli, argc, argv, 1, 1, error))
    return VSL_EXIT_USAGE;
  if (g_strcmp0 (take, "ours") != 0 && g_strcmp0 (take, "theirs") != 0 && g_strcmp0 (take, "merge") != 0)
    {
      g_set_error_literal (error, VSL_DESK_ERROR, VSL_DESK_ERROR_USAGE,
                           _("Say what to take: “--take ours” puts our version on the site, “--take "
                             "theirs” and “--take merge” bring theirs here; the other is kept."));
      return VSL_EXIT_USAGE;
    }
  if (!vsl_cli_open (cli, TRUE, error))
    return VSL_EXIT_STORE;
  site = vsl_cli_find_site (cli, site_name, error);
  if (site == NULL)
    return VSL_EXIT_NOT_FOUND;

  return resolve (cli, argv[1], site, take, error);
}
