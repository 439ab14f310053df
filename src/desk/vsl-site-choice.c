/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "config.h"

#include "desk/vsl-site-choice.h"

#include "core/vsl-text.h"
#include "desk/vsl-desk-fault.h"
#include "desk/vsl-preflight.h"

#include <glib/gi18n.h>

/* What can be chosen once for all articles of a site, in words, and what cannot. */

/**
 * vsl_site_choice_byline_words:
 * @place: where the byline goes
 *
 * Returns: (transfer none): it for people, translated
 */
const char *
vsl_site_choice_byline_words (VslBylinePlace place)
{
  switch (place)
    {
    case VSL_BYLINE_AUTHOR:
      return _("The author of the article on the site");
    case VSL_BYLINE_CO_AUTHORS:
      return _("Co-Authors Plus");
    case VSL_BYLINE_PUBLISHPRESS:
      return _("PublishPress Authors");
    case VSL_BYLINE_NEWSPACK:
      return _("The byline of Newspack");
    case VSL_BYLINE_TEXT:
    case VSL_N_BYLINES:
    default:
      return _("A line in the text");
    }
}

/**
 * vsl_site_choice_credit_words:
 * @place: where the credit goes
 *
 * Returns: (transfer none): it for people, translated
 */
const char *
vsl_site_choice_credit_words (VslCreditPlace place)
{
  switch (place)
    {
    case VSL_CREDIT_NEWSPACK:
      return _("The credit that Newspack keeps with the picture");
    case VSL_CREDIT_CAPTION:
      return _("The caption of the picture");
    case VSL_CREDIT_TEXT:
    case VSL_N_CREDITS:
    default:
      return _("A line in the text");
    }
}

/* Whether @value names a place, and the site has what that needs. */
static gboolean
check_place (VslSite     *site,
             const char  *value,
             gboolean     known,
             gboolean     needs_plugin,
             GError     **error)
{
  if (!known)
    {
      vsl_desk_fault_set (error, VSL_DESK_ERROR_USAGE, "usage",
                          _("“%s” is no place for it. The byline goes to text, author, co-authors-plus, "
                            "publishpress or newspack; the credit to text, newspack or caption."), value);
      return FALSE;
    }
  if (!needs_plugin || vsl_site_offers (site, value))
    return TRUE;

  vsl_desk_fault_set (error, VSL_DESK_ERROR_USAGE, "usage",
                      _("“%s” did not say that it has %s. Add the site again if that was installed since."),
                      vsl_site_get_name (site), value);

  return FALSE;
}

static gboolean
check_zone (const char  *value,
            GError     **error)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier (value);

  if (zone != NULL)
    return TRUE;

  vsl_desk_fault_set (error, VSL_DESK_ERROR_USAGE, "usage",
                      _("“%s” is no time zone. Write it as Europe/Amsterdam or +01:00."), value);

  return FALSE;
}

static gboolean
check_edge (const char  *value,
            GError     **error)
{
  if (g_ascii_string_to_unsigned (value, 10, VSL_SITE_SMALLEST_EDGE, VSL_SITE_LARGEST_EDGE, NULL, NULL))
    return TRUE;

  vsl_desk_fault_set (error, VSL_DESK_ERROR_USAGE, "usage",
                      _("“%s” is no size for a picture. Write the longest side in pixels, from %d to %d."),
                      value, VSL_SITE_SMALLEST_EDGE, VSL_SITE_LARGEST_EDGE);

  return FALSE;
}

/* A folder is made here, so what its pages say is chosen here; another site has its own for that. */
static gboolean
check_folder_choice (VslSite     *site,
                     const char  *key,
                     const char  *value,
                     GError     **error)
{
  const char *scheme = g_uri_peek_scheme (value);

  if (vsl_site_get_brand (site) != VSL_BRAND_FOLDER)
    vsl_desk_fault_set (error, VSL_DESK_ERROR_USAGE, "usage",
                        _("“%s” can only be chosen for a folder; a site has its own."), key);
  else if (g_str_equal (key, VSL_SITE_BASE_URL) && *value != '\0' &&
           (!g_uri_is_valid (value, G_URI_FLAGS_NONE, NULL) ||
            (g_strcmp0 (scheme, "https") != 0 && g_strcmp0 (scheme, "http") != 0)))
    vsl_desk_fault_set (error, VSL_DESK_ERROR_USAGE, "usage",
                        _("“%s” is no address for the pages. Write it as https://www.example.org/."), value);
  else
    return TRUE;

  return FALSE;
}

/* All of them are names of checks, so that a slip of the pen does not let everything through. */
static gboolean
check_blocks (const char  *value,
              GError     **error)
{
  g_auto(GStrv) names = g_strsplit (value, ",", -1);

  if (g_str_equal (value, "none"))
    return TRUE;
  for (guint i = 0; names[i] != NULL; i++)
    if (*g_strstrip (names[i]) != '\0' && !vsl_preflight_has_rule (names[i]))
      {
        g_autofree char *all = vsl_preflight_list_rules ();

        vsl_desk_fault_set (error, VSL_DESK_ERROR_USAGE, "usage",
                            _("“%s” is not a check. Choose from %s, or write none."), names[i], all);
        return FALSE;
      }

  return TRUE;
}

/* Ghost and a folder have a place for it that readers do not see. */
static gboolean
check_canonical (VslSite     *site,
                 const char  *value,
                 GError     **error)
{
  if (vsl_site_get_brand (site) != VSL_BRAND_WORDPRESS)
    vsl_desk_fault_set (error, VSL_DESK_ERROR_USAGE, "usage",
                        _("“%s” says by itself where an article stood first; canonical is for a WordPress."),
                        vsl_site_get_name (site));
  else if (*value != '\0' && !g_str_equal (value, "none") && !g_str_equal (value, "line"))
    vsl_desk_fault_set (error, VSL_DESK_ERROR_USAGE, "usage",
                        _("Where an article stood first is told by a line or by none, not by “%s”."), value);
  else
    return TRUE;

  return FALSE;
}

/**
 * vsl_site_choice_check:
 * @site: a site
 * @key: what is chosen
 * @value: what it is to be; empty for what it is without a choice
 * @error: return location; %VSL_DESK_ERROR_USAGE with what can be chosen
 *
 * Returns: whether that can be chosen for that site
 */
gboolean
vsl_site_choice_check (VslSite     *site,
                       const char  *key,
                       const char  *value,
                       GError     **error)
{
  VslBylinePlace byline = VSL_BYLINE_TEXT;
  VslCreditPlace credit = VSL_CREDIT_TEXT;
  gboolean known;

  g_return_val_if_fail (VSL_IS_SITE (site) && key != NULL && value != NULL, FALSE);

  if (g_str_equal (key, VSL_SITE_BYLINE))
    {
      known = *value == '\0' || vsl_byline_place_from_name (value, &byline);
      return check_place (site, value, known, byline > VSL_BYLINE_AUTHOR, error);
    }
  if (g_str_equal (key, VSL_SITE_CREDIT))
    {
      known = *value == '\0' || vsl_credit_place_from_name (value, &credit);
      return check_place (site, value, known, credit == VSL_CREDIT_NEWSPACK, error);
    }
  if (g_str_equal (key, VSL_SITE_TIMEZONE))
    return *value == '\0' || check_zone (value, error);
  if (g_str_equal (key, VSL_SITE_EDGE))
    return *value == '\0' || check_edge (value, error);
  if (g_str_equal (key, VSL_SITE_TITLE) || g_str_equal (key, VSL_SITE_BASE_URL))
    return check_folder_choice (site, key, value, error);
  if (g_str_equal (key, VSL_SITE_BLOCKS))
    return check_blocks (value, error);
  if (g_str_equal (key, VSL_SITE_CANONICAL))
    return check_canonical (site, value, error);
  if (g_str_equal (key, VSL_SITE_CATEGORY))
    return TRUE;
  if (!g_str_equal (key, VSL_SITE_COMMENTS))
    vsl_desk_fault_set (error, VSL_DESK_ERROR_USAGE, "usage",
                        _("“%s” cannot be chosen for a site: category, byline, credit, comments, canonical, blocks, "
                          "timezone and picture-edge can, and title and base-url for a folder."), key);
  else if (*value != '\0' && !g_str_equal (value, "open") && !g_str_equal (value, "closed"))
    vsl_desk_fault_set (error, VSL_DESK_ERROR_USAGE, "usage",
                        _("Comments are open or closed, not “%s”."), value);
  else
    return TRUE;

  return FALSE;
}
