/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "desk/vsl-site-client.h"

#include "core/vsl-site-choices.h"
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

/**
 * vsl_site_client_describe:
 * @asked: a site as it was known
 * @about: what it answered
 *
 * What was chosen for the site stays; the time zone too, when the site tells none.
 *
 * Returns: (transfer full): the site as it is known now
 */
VslSite *
vsl_site_client_describe (VslSite     *asked,
                          VslCmsAbout *about)
{
  g_autofree char *settings = vsl_site_dup_settings (asked);
  g_autofree char *may = g_strconcat (about->may_publish ? ",publish" : "",
                                      about->may_upload ? ",upload" : "",
                                      about->may_create_terms ? ",terms" : "", NULL);
  g_autoptr(VslSite) named = vsl_site_new (vsl_site_get_name (asked), vsl_site_get_brand (asked),
                                           vsl_site_get_url (asked), vsl_site_get_user (asked),
                                           about->api_root, about->title);
  g_autoptr(VslSite) chosen = vsl_site_new_with_settings (named, settings);
  g_autoptr(VslSite) offering = vsl_site_new_with_setting (chosen, VSL_SITE_OFFERS, about->offers);
  g_autoptr(VslSite) allowed =
    vsl_site_new_with_setting (offering, VSL_SITE_MAY, *may != '\0' ? may + 1 : "nothing");

  return about->timezone != NULL
           ? vsl_site_new_with_setting (allowed, VSL_SITE_TIMEZONE, about->timezone)
           : g_steal_pointer (&allowed);
}
