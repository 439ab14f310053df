/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cli"

#include "config.h"

#include "cli/vsl-cli-rows.h"

#include "cli/vsl-cli-article-json.h"

#include <glib/gi18n.h>

/**
 * vsl_cli_collect_rows:
 * @cli: the run
 * @article_id: an article
 * @rows: where the rows are added
 * @error: return location
 *
 * Adds what is known of an article on each site.
 *
 * Returns: whether that could be read
 */
gboolean
vsl_cli_collect_rows (VslCli     *cli,
                      const char *article_id,
                      GPtrArray  *rows,
                      GError    **error)
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

/* The one site of the rows that asks for a password; a folder asks for none. */
static gboolean
find_asking_site (VslCli      *cli,
                  GPtrArray   *rows,
                  const char **name,
                  GError     **error)
{
  guint i;

  *name = NULL;
  for (i = 0; i < rows->len; i++)
    {
      const char *site_name = vsl_outbox_row_get_site (rows->pdata[i]);
      g_autoptr(VslSite) site = vsl_desk_find_site (cli->desk, site_name, NULL);

      if (site == NULL || vsl_site_get_brand (site) == VSL_BRAND_FOLDER)
        continue;
      if (*name != NULL && !g_str_equal (*name, site_name))
        {
          g_set_error (error, VSL_DESK_ERROR, VSL_DESK_ERROR_USAGE,
                       _("A password is of one site, and this is about “%s” and “%s”. Name one with --site."),
                       *name, site_name);
          return FALSE;
        }
      *name = site_name;
    }

  return TRUE;
}

/**
 * vsl_cli_choose_rows:
 * @cli: the run, with its desk open
 * @site: (nullable): the name of the only site that is meant, as it was given
 * @rows: (element-type VslOutboxRow): rows of the outbox; those of other sites are taken out
 * @error: return location
 *
 * For a command that talks with the sites of some rows. The password in the file that was named is given
 * to the one of them that asks for one, and to no other.
 *
 * Returns: whether that can be told
 */
gboolean
vsl_cli_choose_rows (VslCli      *cli,
                     const char  *site,
                     GPtrArray   *rows,
                     GError     **error)
{
  g_autoptr(VslSite) found = NULL;
  const char *asking = site;
  guint i;

  if (site == NULL && (cli->password_file == NULL || rows->len == 0))
    return TRUE;
  if (site == NULL && !find_asking_site (cli, rows, &asking, error))
    return FALSE;
  if (asking == NULL)
    return TRUE;

  found = vsl_cli_find_site (cli, asking, error);
  if (found == NULL)
    return FALSE;
  for (i = rows->len; i > 0 && site != NULL; i--)
    if (!g_str_equal (vsl_outbox_row_get_site (rows->pdata[i - 1]), vsl_site_get_name (found)))
      g_ptr_array_remove_index (rows, i - 1);

  return TRUE;
}

/**
 * vsl_cli_add_row_members:
 * @builder: a builder inside an object
 * @row: a row of the outbox
 *
 * Adds what every command tells of a row.
 */
void
vsl_cli_add_row_members (JsonBuilder  *builder,
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
