/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cli"

#include "config.h"

#include "cli/vsl-cli-article-json.h"
#include "cli/vsl-cli-commands.h"
#include "cli/vsl-cli-publications.h"
#include "cli/vsl-cli-publish-options.h"

#include <glib/gi18n.h>

/* Without --as, a piece stays on the site as it is there; a new one becomes a draft. */
static void
choose_default_status (VslCli                *cli,
                       const char            *article_id,
                       VslSite               *site,
                       VslPublicationOptions *request)
{
  g_autoptr(VslOutboxRow) row =
    vsl_desk_find_copy (cli->desk, article_id, vsl_site_get_name (site), NULL);
  VslRemoteCopy *copy = row != NULL ? vsl_outbox_row_get_copy (row) : NULL;

  request->as = copy != NULL ? vsl_remote_copy_get_status (copy) : VSL_REMOTE_DRAFT;
  if (request->as == VSL_REMOTE_TRASH || request->as == VSL_REMOTE_UNKNOWN)
    request->as = VSL_REMOTE_DRAFT;
  if (request->as != VSL_REMOTE_FUTURE)
    return;

  /* What was scheduled and whose moment has come is public by now. */
  request->at = vsl_outbox_row_get_wanted_at (row);
  if (request->at <= g_get_real_time ())
    {
      request->as = VSL_REMOTE_PUBLISH;
      request->at = 0;
    }
}

/* What would happen, and nothing else. */
static gboolean
describe_article (VslCli                      *cli,
                  const char                  *article_id,
                  VslSite                     *site,
                  const VslPublicationOptions *request,
                  JsonBuilder                 *builder,
                  GError                     **error)
{
  g_autoptr(VslArticle) article = vsl_desk_load_article (cli->desk, article_id, error);
  g_autofree char *sentence = NULL;

  if (article == NULL)
    return FALSE;

  sentence = vsl_desk_describe_publication (cli->desk, article, site, request);
  if (!cli->json)
    {
      g_print ("%s\n", sentence);
      return TRUE;
    }

  json_builder_begin_object (builder);
  vsl_cli_add_string (builder, "id", article_id);
  vsl_cli_add_string (builder, "site", vsl_site_get_name (site));
  json_builder_set_member_name (builder, "dry_run");
  json_builder_add_boolean_value (builder, TRUE);
  vsl_cli_add_string (builder, "message", sentence);
  json_builder_end_object (builder);

  return TRUE;
}

static VslExit
run_publish (VslCli                *cli,
             VslCliPublishOptions  *options,
             int                    argc,
             char                 **argv,
             GError               **error)
{
  g_auto(VslPublicationOptions) request = { .as = VSL_REMOTE_DRAFT };
  g_autoptr(VslSite) site = NULL;
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) publications = vsl_cli_publications_new ();
  VslExit result = VSL_EXIT_DONE;
  guint i;

  if (!vsl_cli_need_args (cli, argc, argv, 1, -1, error))
    return VSL_EXIT_USAGE;
  if (!vsl_cli_open (cli, !options->dry_run, error))
    return VSL_EXIT_STORE;
  site = vsl_cli_find_site (cli, options->site, error);
  if (site == NULL)
    return VSL_EXIT_NOT_FOUND;
  if (!vsl_cli_publish_options_read (options, site, &request, error))
    return VSL_EXIT_USAGE;
  for (i = 1; i < (guint) argc; i++)
    {
      char *id = vsl_desk_find_article (cli->desk, argv[i], error);

      if (id == NULL)
        return VSL_EXIT_NOT_FOUND;
      g_ptr_array_add (ids, id);
    }

  if (ids->len > 1)
    json_builder_begin_array (builder);
  for (i = 0; i < ids->len; i++)
    {
      const char *id = g_ptr_array_index (ids, i);
      VslPublicationOptions own = request;

      if (options->as == NULL && options->at == NULL)
        choose_default_status (cli, id, site, &own);
      if (options->dry_run)
        {
          if (!describe_article (cli, id, site, &own, builder, error))
            return VSL_EXIT_NOT_FOUND;
        }
      else
        {
          g_autoptr(VslPublication) publication = vsl_desk_publish (cli->desk, id, site, &own);

          vsl_cli_publications_add (publications, id, site, publication);
        }
    }
  result = vsl_cli_publications_wait (publications, cli, builder);
  if (ids->len > 1)
    json_builder_end_array (builder);
  if (cli->json)
    vsl_cli_print_json_builder (builder);

  return result;
}

/**
 * vsl_cli_publish:
 * @cli: the run
 * @argc: number of arguments
 * @argv: (array length=argc): the arguments, the name of the command first
 * @error: return location for an error
 *
 * `publish`: puts articles on a site, two at a time; what becomes of one does not keep the
 * next from being tried. The JSON is an object for one article and a list for several.
 *
 * Returns: the exit code
 */
VslExit
vsl_cli_publish (VslCli  *cli,
                 int      argc,
                 char   **argv,
                 GError **error)
{
  g_auto(VslCliPublishOptions) options = { 0 };
  GOptionEntry entries[VSL_CLI_N_PUBLISH_OPTIONS];
  VslExit result = VSL_EXIT_USAGE;

  vsl_cli_publish_options_entries (&options, cli, entries);
  if (vsl_cli_parse (cli, argv[0], entries, &argc, &argv, error))
    result = run_publish (cli, &options, argc, argv, error);

  return result;
}
