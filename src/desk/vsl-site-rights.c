/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "config.h"

#include "desk/vsl-site-rights.h"

#include "core/vsl-site-choices.h"
#include "core/vsl-text.h"
#include "desk/vsl-publication-words.h"

#include <glib/gi18n.h>

static const struct
{
  const char *name;
  const char *may;
  const char *may_not;
} rights[VSL_N_RIGHTS] = {
  [VSL_RIGHT_PUBLISH] = { "publish", N_("may publish"), N_("may not publish") },
  [VSL_RIGHT_UPLOAD] = { "upload", N_("may add pictures"), N_("may not add pictures") },
  [VSL_RIGHT_TERMS] = { "terms", N_("may make new tags"), N_("may not make new tags") },
};

/**
 * vsl_site_rights_known:
 * @site: a site
 *
 * Returns: whether the site ever said what our user may; in a folder everything goes
 */
gboolean
vsl_site_rights_known (VslSite *site)
{
  g_return_val_if_fail (VSL_IS_SITE (site), FALSE);

  return vsl_site_get_brand (site) == VSL_BRAND_FOLDER || vsl_site_get_setting (site, VSL_SITE_MAY) != NULL;
}

/**
 * vsl_site_rights_may:
 * @site: a site
 * @right: what
 *
 * Returns: whether our user may do that there; %TRUE as long as it is not known
 */
gboolean
vsl_site_rights_may (VslSite  *site,
                     VslRight  right)
{
  const char *list;
  g_auto(GStrv) words = NULL;

  g_return_val_if_fail (VSL_IS_SITE (site) && (guint) right < VSL_N_RIGHTS, FALSE);

  list = vsl_site_get_setting (site, VSL_SITE_MAY);
  if (list == NULL || vsl_site_get_brand (site) == VSL_BRAND_FOLDER)
    return TRUE;
  words = g_strsplit (list, ",", -1);

  return g_strv_contains ((const char * const *) words, rights[right].name);
}

/**
 * vsl_site_rights_describe:
 * @site: a site
 *
 * Returns: (transfer full) (nullable): who we are there and what we may, in one translated sentence; %NULL
 *   for a folder, and as long as it is not known
 */
char *
vsl_site_rights_describe (VslSite *site)
{
  const char *user;
  g_autofree char *name = NULL;
  g_autofree char *list = NULL;
  const char *parts[VSL_N_RIGHTS + 1] = { NULL };

  g_return_val_if_fail (VSL_IS_SITE (site), NULL);

  if (vsl_site_get_brand (site) == VSL_BRAND_FOLDER || !vsl_site_rights_known (site))
    return NULL;

  for (guint i = 0; i < VSL_N_RIGHTS; i++)
    parts[i] = vsl_site_rights_may (site, i) ? _(rights[i].may) : _(rights[i].may_not);
  list = g_strjoinv (", ", (char **) parts);
  user = vsl_site_get_user (site);
  name = vsl_publication_words_site (site);
  if (vsl_text_is_blank (user))
    /* Translators: a site, then a list such as “may publish, may not add pictures” */
    return g_strdup_printf (_("With this key Verslag %2$s on %1$s."), name, list);

  /* Translators: a user name, a site, then a list such as “may publish, may not add pictures” */
  return g_strdup_printf (_("%1$s %3$s on %2$s."), user, name, list);
}
