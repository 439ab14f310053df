/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cli"

#include "config.h"

#include "cli/vsl-cli-site-set.h"

#include "cli/vsl-cli-article-json.h"
#include "cli/vsl-cli-table.h"
#include "desk/vsl-site-choice.h"

#include <glib/gi18n.h>
#include <string.h>

static const char * const keys[] = {
  VSL_SITE_CATEGORY, VSL_SITE_BYLINE, VSL_SITE_CREDIT, VSL_SITE_COMMENTS, VSL_SITE_CANONICAL,
  VSL_SITE_BLOCKS, VSL_SITE_TIMEZONE,
  VSL_SITE_EDGE, VSL_SITE_TITLE, VSL_SITE_BASE_URL, VSL_SITE_OFFERS, VSL_SITE_MAY,
};

static void
print_settings (VslCli  *cli,
                VslSite *site)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(VslCliTable) table = vsl_cli_table_new (2);
  guint i;

  json_builder_begin_object (builder);
  vsl_cli_add_string (builder, "name", vsl_site_get_name (site));
  for (i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      const char *value = vsl_site_get_setting (site, keys[i]);

      vsl_cli_add_string (builder, keys[i], value);
      vsl_cli_table_add (table, keys[i], value != NULL ? value : "", NULL);
    }
  json_builder_end_object (builder);

  if (cli->json)
    vsl_cli_print_json_builder (builder);
  else
    vsl_cli_table_print (table);
}

/* KEY=VALUE, checked; the value of an empty one is as if nothing was chosen. */
static gboolean
check_setting (VslSite     *site,
               const char  *argument,
               char       **key,
               GError     **error)
{
  const char *sign = strchr (argument, '=');

  if (sign == NULL)
    {
      g_set_error (error, VSL_DESK_ERROR, VSL_DESK_ERROR_USAGE,
                   _("Write what is chosen as KEY=VALUE, such as byline=author; “%s” is neither."),
                   argument);
      return FALSE;
    }

  *key = g_strndup (argument, sign - argument);

  return vsl_site_choice_check (site, *key, sign + 1, error);
}

/**
 * vsl_cli_site_set:
 * @cli: the run
 * @argc: number of arguments
 * @argv: (array length=argc): `site set NAME KEY=VALUE…`
 * @error: return location for an error
 *
 * Chooses what is the same for all articles of a site; all of it, or nothing when one is wrong.
 * Without a choice it tells what is chosen.
 *
 * Returns: the exit code
 */
VslExit
vsl_cli_site_set (VslCli  *cli,
                  int      argc,
                  char   **argv,
                  GError **error)
{
  g_autoptr(VslSite) site = NULL;
  g_autoptr(VslSite) changed = NULL;
  int i;

  if (argc < 3)
    return vsl_cli_need_args (cli, argc, argv, 2, -1, error) ? VSL_EXIT_DONE : VSL_EXIT_USAGE;
  if (!vsl_cli_open (cli, argc > 3, error))
    return VSL_EXIT_STORE;
  site = vsl_desk_find_site (cli->desk, argv[2], error);
  if (site == NULL)
    return VSL_EXIT_NOT_FOUND;

  for (i = 3; i < argc; i++)
    {
      g_autofree char *key = NULL;

      if (!check_setting (site, argv[i], &key, error))
        return VSL_EXIT_USAGE;
    }
  for (i = 3; i < argc; i++)
    {
      g_autofree char *key = NULL;
      const char *value = strchr (argv[i], '=') + 1;

      if (!check_setting (site, argv[i], &key, error) ||
          !vsl_desk_set_site_setting (cli->desk, vsl_site_get_name (site), key,
                                      *value != '\0' ? value : NULL, error))
        return VSL_EXIT_STORE;
    }

  changed = vsl_desk_find_site (cli->desk, vsl_site_get_name (site), error);
  if (changed == NULL)
    return VSL_EXIT_NOT_FOUND;
  print_settings (cli, changed);

  return VSL_EXIT_DONE;
}
