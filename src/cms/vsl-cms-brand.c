/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cms"

#include "config.h"

#include "cms/vsl-cms-folder.h"
#include "cms/vsl-cms-ghost.h"
#include "cms/vsl-cms-wordpress.h"
#include "cms/vsl-cms.h"

#include <glib/gi18n.h>

/* Apart from vsl-cms.c, so that the interface does not know its brands. */

/**
 * vsl_cms_new:
 * @site: a site
 * @password: (nullable): what is kept for it; %NULL for a folder
 * @folder_root: (nullable): where the folders of sites without an address are
 * @error: return location for an error
 *
 * Makes the client for a site of any brand. Nothing is asked of the site yet.
 *
 * Returns: (transfer full): the client, or %NULL with a #VslCmsError
 */
VslCms *
vsl_cms_new (VslSite     *site,
             const char  *password,
             const char  *folder_root,
             GError     **error)
{
  g_autoptr(VslHttp) http = NULL;

  g_return_val_if_fail (VSL_IS_SITE (site), NULL);

  switch (vsl_site_get_brand (site))
    {
    case VSL_BRAND_FOLDER:
      return vsl_cms_folder_new (site, folder_root, error);
    case VSL_BRAND_WORDPRESS:
      http = vsl_http_new (VSL_HTTP_DEADLINE_MS, NULL);
      return vsl_cms_wordpress_new (site, password, http, error);
    case VSL_BRAND_GHOST:
      http = vsl_http_new (VSL_HTTP_DEADLINE_MS, NULL);
      return vsl_cms_ghost_new (site, password, http, error);
    case VSL_N_BRANDS:
    default:
      g_set_error_literal (error, VSL_CMS_ERROR, VSL_CMS_ERROR_FAILED,
                           _("Verslag cannot publish to this kind of site."));
      return NULL;
    }
}
