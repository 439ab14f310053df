/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cli"

#include "config.h"

#include "cli/vsl-cli-article-json.h"
#include "cli/vsl-cli-commands.h"
#include "cli/vsl-cli-doctor.h"
#include "cli/vsl-cli-site-set.h"
#include "cli/vsl-cli-table.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  char *brand;
  char *url;
  char *user;
} SiteOptions;

typedef struct
{
  gboolean done;
  VslSite *site;
  char *note;
  GError *error;
} SiteCall;

static void
add_json (JsonBuilder *builder,
          VslSite     *site,
          const char  *note)
{
  json_builder_begin_object (builder);
  vsl_cli_add_string (builder, "name", vsl_site_get_name (site));
  vsl_cli_add_string (builder, "brand", vsl_brand_get_name (vsl_site_get_brand (site)));
  vsl_cli_add_string (builder, "url", vsl_site_get_url (site));
  vsl_cli_add_string (builder, "user", vsl_site_get_user (site));
  vsl_cli_add_string (builder, "api_root", vsl_site_get_api_root (site));
  vsl_cli_add_string (builder, "title", vsl_site_get_title (site));
  if (note != NULL)
    vsl_cli_add_string (builder, "note", note);
  json_builder_end_object (builder);
}

static void
add_row (VslCliTable *table,
         VslSite     *site)
{
  vsl_cli_table_add (table, vsl_site_get_name (site),
                     vsl_brand_get_name (vsl_site_get_brand (site)), vsl_site_get_user (site),
                     vsl_site_get_url (site), NULL);
}

static VslExit
print_site (VslCli     *cli,
            VslSite    *site,
            const char *note)
{
  if (cli->json)
    {
      g_autoptr(JsonBuilder) builder = json_builder_new ();

      add_json (builder, site, note);
      vsl_cli_print_json_builder (builder);
    }
  else
    {
      g_autoptr(VslCliTable) table = vsl_cli_table_new (4);

      add_row (table, site);
      vsl_cli_table_print (table);
      if (note != NULL)
        g_print ("%s\n", note);
    }

  return VSL_EXIT_DONE;
}

static void
added_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  SiteCall *call = user_data;

  call->site = vsl_desk_add_site_finish (VSL_DESK (source), result, &call->note, &call->error);
  call->done = TRUE;
}

static VslExit
add_site (VslCli            *cli,
          const char        *name,
          const SiteOptions *options,
          GError           **error)
{
  SiteCall call = { FALSE, NULL, NULL, NULL };
  g_autofree char *password = NULL;
  g_autoptr(GError) failure = NULL;
  VslBrand brand;
  VslExit result;

  if (options->brand == NULL || !vsl_brand_from_name (options->brand, &brand))
    {
      g_set_error_literal (error, VSL_DESK_ERROR, VSL_DESK_ERROR_USAGE,
                           _("Name the kind of site with --brand: wordpress, ghost or folder."));
      return VSL_EXIT_USAGE;
    }
  if (brand != VSL_BRAND_FOLDER && options->url == NULL)
    {
      g_set_error_literal (error, VSL_DESK_ERROR, VSL_DESK_ERROR_USAGE,
                           _("Give the address of the site with --url."));
      return VSL_EXIT_USAGE;
    }
  if (!vsl_cli_open (cli, TRUE, error))
    return VSL_EXIT_STORE;
  if (brand != VSL_BRAND_FOLDER)
    password = vsl_cli_read_password (cli, _("Password:"), &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return VSL_EXIT_USAGE;
    }

  vsl_desk_add_site_async (cli->desk, name, brand, options->url, options->user, password, NULL,
                           added_cb, &call);
  while (!call.done)
    g_main_context_iteration (NULL, TRUE);
  if (password != NULL)
    explicit_bzero (password, strlen (password));
  if (call.site == NULL)
    {
      g_propagate_error (error, call.error);
      return VSL_EXIT_REMOTE;
    }

  result = print_site (cli, call.site, call.note);
  g_object_unref (call.site);
  g_free (call.note);

  return result;
}

static VslExit
list_sites (VslCli *cli)
{
  GListModel *sites = vsl_desk_get_sites (cli->desk);
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(VslCliTable) table = vsl_cli_table_new (4);
  guint i;

  vsl_cli_table_add (table, _("Name"), _("Kind of site"), _("User"), _("Address"), NULL);
  json_builder_begin_array (builder);
  for (i = 0; i < g_list_model_get_n_items (sites); i++)
    {
      g_autoptr(VslSite) site = g_list_model_get_item (sites, i);

      add_json (builder, site, NULL);
      add_row (table, site);
    }
  json_builder_end_array (builder);

  if (cli->json)
    vsl_cli_print_json_builder (builder);
  else
    vsl_cli_table_print (table);

  return VSL_EXIT_DONE;
}

static VslExit
run_site (VslCli            *cli,
          const SiteOptions *options,
          int                argc,
          char             **argv,
          GError           **error)
{
  g_autoptr(VslSite) site = NULL;
  gboolean list = argc == 2 && g_str_equal (argv[1], "list");
  gboolean writes;

  if (argc >= 2 && g_str_equal (argv[1], "set"))
    return vsl_cli_site_set (cli, argc, argv, error);
  if (!list && argc != 3)
    return vsl_cli_need_args (cli, argc, argv, 99, 99, error) ? VSL_EXIT_DONE : VSL_EXIT_USAGE;
  if (argc == 3 && g_str_equal (argv[1], "add"))
    return add_site (cli, argv[2], options, error);

  writes = argc == 3 && g_str_equal (argv[1], "remove");
  if (!list && !writes && !g_str_equal (argv[1], "show") && !g_str_equal (argv[1], "doctor"))
    {
      g_set_error (error, VSL_DESK_ERROR, VSL_DESK_ERROR_USAGE,
                   _("“%s” is not add, list, show, doctor, set or remove."), argv[1]);
      return VSL_EXIT_USAGE;
    }
  if (!vsl_cli_open (cli, writes, error))
    return VSL_EXIT_STORE;
  if (list)
    return list_sites (cli);

  site = g_str_equal (argv[1], "doctor") ? vsl_cli_find_site (cli, argv[2], error)
                                         : vsl_desk_find_site (cli->desk, argv[2], error);
  if (site == NULL)
    return VSL_EXIT_NOT_FOUND;
  if (g_str_equal (argv[1], "doctor"))
    return vsl_cli_doctor_run (cli, site, error);
  if (writes && !vsl_desk_remove_site (cli->desk, argv[2], error))
    return VSL_EXIT_STORE;

  return print_site (cli, site, NULL);
}

/**
 * vsl_cli_site:
 * @cli: the run
 * @argc: number of arguments
 * @argv: (array length=argc): the arguments, the name of the command first
 * @error: return location for an error
 *
 * `site`: adds a site after it was verified, lists, shows and removes sites.
 *
 * Returns: the exit code
 */
VslExit
vsl_cli_site (VslCli  *cli,
              int      argc,
              char   **argv,
              GError **error)
{
  SiteOptions options = { NULL, NULL, NULL };
  GOptionEntry entries[] = {
    { "brand", 0, 0, G_OPTION_ARG_STRING, &options.brand, NULL, NULL },
    { "url", 0, 0, G_OPTION_ARG_STRING, &options.url, NULL, NULL },
    { "user", 0, 0, G_OPTION_ARG_STRING, &options.user, NULL, NULL },
    { "password-file", 0, 0, G_OPTION_ARG_FILENAME, &cli->password_file, NULL, NULL },
    { NULL },
  };
  VslExit result = VSL_EXIT_USAGE;

  if (vsl_cli_parse (cli, argv[0], entries, &argc, &argv, error))
    result = run_site (cli, &options, argc, argv, error);
  g_free (options.brand);
  g_free (options.url);
  g_free (options.user);

  return result;
}
