/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-core"

#include "core/vsl-site-choices.h"

/* What is chosen once for all pieces of a site, as its settings keep it. */

static const char * const bylines[VSL_N_BYLINES] = {
  [VSL_BYLINE_TEXT] = "text",
  [VSL_BYLINE_AUTHOR] = "author",
  [VSL_BYLINE_CO_AUTHORS] = "co-authors-plus",
  [VSL_BYLINE_PUBLISHPRESS] = "publishpress",
  [VSL_BYLINE_NEWSPACK] = "newspack",
};

static const char * const credits[VSL_N_CREDITS] = {
  [VSL_CREDIT_TEXT] = "text",
  [VSL_CREDIT_NEWSPACK] = "newspack",
  [VSL_CREDIT_CAPTION] = "caption",
};

static gboolean
find_name (const char * const *names,
           guint               n_names,
           const char         *name,
           guint              *found)
{
  guint i;

  for (i = 0; name != NULL && i < n_names; i++)
    if (g_str_equal (names[i], name))
      {
        *found = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * vsl_byline_place_get_name:
 * @place: where the byline goes
 *
 * Returns: (transfer none): its name in settings and on the command line
 */
const char *
vsl_byline_place_get_name (VslBylinePlace place)
{
  g_return_val_if_fail (place < VSL_N_BYLINES, NULL);

  return bylines[place];
}

/**
 * vsl_byline_place_from_name:
 * @name: (nullable): a name
 * @place: (out): what it names
 *
 * Returns: whether it names one
 */
gboolean
vsl_byline_place_from_name (const char     *name,
                            VslBylinePlace *place)
{
  guint found;

  if (!find_name (bylines, VSL_N_BYLINES, name, &found))
    return FALSE;
  *place = found;

  return TRUE;
}

/**
 * vsl_credit_place_get_name:
 * @place: where the credit goes
 *
 * Returns: (transfer none): its name in settings and on the command line
 */
const char *
vsl_credit_place_get_name (VslCreditPlace place)
{
  g_return_val_if_fail (place < VSL_N_CREDITS, NULL);

  return credits[place];
}

/**
 * vsl_credit_place_from_name:
 * @name: (nullable): a name
 * @place: (out): what it names
 *
 * Returns: whether it names one
 */
gboolean
vsl_credit_place_from_name (const char     *name,
                            VslCreditPlace *place)
{
  guint found;

  if (!find_name (credits, VSL_N_CREDITS, name, &found))
    return FALSE;
  *place = found;

  return TRUE;
}

/**
 * vsl_site_get_byline_place:
 * @site: a site
 *
 * Returns: where the byline goes there; a line in the text when nothing was chosen
 */
VslBylinePlace
vsl_site_get_byline_place (VslSite *site)
{
  VslBylinePlace place = VSL_BYLINE_TEXT;

  if (!vsl_byline_place_from_name (vsl_site_get_setting (site, VSL_SITE_BYLINE), &place))
    return VSL_BYLINE_TEXT;

  return place;
}

/**
 * vsl_site_get_credit_place:
 * @site: a site
 *
 * Returns: where the credit goes there; a line in the text when nothing was chosen
 */
VslCreditPlace
vsl_site_get_credit_place (VslSite *site)
{
  VslCreditPlace place = VSL_CREDIT_TEXT;

  if (!vsl_credit_place_from_name (vsl_site_get_setting (site, VSL_SITE_CREDIT), &place))
    return VSL_CREDIT_TEXT;

  return place;
}

/* What stands between the commas. */
static char **
split (const char *text)
{
  g_auto(GStrv) parts = g_strsplit (text != NULL ? text : "", ",", -1);
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  guint i;

  for (i = 0; parts[i] != NULL; i++)
    {
      g_strstrip (parts[i]);
      if (*parts[i] != '\0')
        g_ptr_array_add (names, g_strdup (parts[i]));
    }
  g_ptr_array_add (names, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&names), FALSE);
}

/**
 * vsl_site_dup_categories:
 * @site: a site
 *
 * Returns: (transfer full) (nullable): the categories of a new piece there when none is chosen; %NULL
 *   when the site decides
 */
char **
vsl_site_dup_categories (VslSite *site)
{
  g_auto(GStrv) names = split (vsl_site_get_setting (site, VSL_SITE_CATEGORY));

  return *names != NULL ? g_steal_pointer (&names) : NULL;
}

/**
 * vsl_site_offers:
 * @site: a site
 * @name: a name of #VslBylinePlace or #VslCreditPlace
 *
 * Returns: whether the site said that it has what that needs, when it was connected last
 */
gboolean
vsl_site_offers (VslSite    *site,
                 const char *name)
{
  g_auto(GStrv) names = split (vsl_site_get_setting (site, VSL_SITE_OFFERS));

  return g_strv_contains ((const char * const *) names, name);
}
