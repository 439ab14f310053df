/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cli"

#include "cli/vsl-cli-rows.h"

#include "cli/vsl-cli-article-json.h"

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
