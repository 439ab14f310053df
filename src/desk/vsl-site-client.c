/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "desk/vsl-site-client.h"

#include "desk/vsl-desk-fault.h"

/**
 * vsl_site_client_new:
 * @site: a site
 * @password: (nullable): the password of its user; a folder has none
 * @data_dir: the data directory, in whose `sites` folder the local sites are
 * @error: return location
 *
 * Returns: (transfer full): a client of @site
 */
VslCms *
vsl_site_client_new (VslSite     *site,
                     const char  *password,
                     const char  *data_dir,
                     GError     **error)
{
  g_autofree char *root = g_build_filename (data_dir, "sites", NULL);
  g_autoptr(GError) local_error = NULL;
  VslCms *cms = vsl_cms_new (site, password, root, &local_error);

  if (cms == NULL)
    vsl_desk_fault_propagate (error, g_steal_pointer (&local_error));

  return cms;
}
