/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-words.h"

#include <glib/gi18n.h>

/* Words that a reader takes in during a minute: Brysbaert, Journal of Memory and Language 109
 * (2019), gives 238 for English non-fiction; rounded, and used for Dutch as well. */
#define WORDS_PER_MINUTE 240

/**
 * vsl_words_get_kind:
 * @kind: a kind of article
 *
 * Returns: (transfer none): its translated name
 */
const char *
vsl_words_get_kind (VslKind kind)
{
  switch (kind)
    {
    case VSL_KIND_REPORT:
      return C_("kind of article", "Report");
    case VSL_KIND_NEWS:
      return C_("kind of article", "News");
    case VSL_KIND_INTERVIEW:
      return C_("kind of article", "Interview");
    case VSL_KIND_OPINION:
      return C_("kind of article", "Opinion");
    case VSL_N_KINDS:
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * vsl_words_get_status:
 * @status: how far an article has come
 *
 * Returns: (transfer none): its translated name
 */
const char *
vsl_words_get_status (VslStatus status)
{
  switch (status)
    {
    case VSL_STATUS_IDEA:
      return C_("status", "Idea");
    case VSL_STATUS_DRAFT:
      return C_("status", "Draft");
    case VSL_STATUS_PARTICIPANTS:
      return C_("status", "With participants");
    case VSL_STATUS_COPY_DESK:
      return C_("status", "Copy desk");
    case VSL_STATUS_READY:
      return C_("status", "Ready");
    case VSL_STATUS_SCHEDULED:
      return C_("status", "Scheduled");
    case VSL_STATUS_PUBLISHED:
      return C_("status", "Published");
    case VSL_N_STATUSES:
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * vsl_words_get_brand:
 * @brand: a kind of site
 *
 * Returns: (transfer none): its name, translated where it is not a proper one
 */
const char *
vsl_words_get_brand (VslBrand brand)
{
  switch (brand)
    {
    case VSL_BRAND_FOLDER:
      return C_("kind of site", "Local folder");
    case VSL_BRAND_WORDPRESS:
      return "WordPress";
    case VSL_BRAND_GHOST:
      return "Ghost";
    case VSL_N_BRANDS:
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * vsl_words_dup_site:
 * @site: a site
 *
 * Returns: (transfer full): how a site is called where it stands alone: a folder by its title, which
 *   the desk says in its sentences too, any other by its name
 */
char *
vsl_words_dup_site (VslSite *site)
{
  const char *title = vsl_site_get_title (site);

  if (vsl_site_get_brand (site) == VSL_BRAND_FOLDER && title != NULL && *title != '\0')
    return g_strdup (title);

  return g_strdup (vsl_site_get_name (site));
}

/**
 * vsl_words_dup_length:
 * @words: the number of words in an article
 *
 * Returns: (transfer full): how long it is, in words and in the time it takes to read, for people
 */
char *
vsl_words_dup_length (guint words)
{
  guint minutes = (words + WORDS_PER_MINUTE - 1) / WORDS_PER_MINUTE;
  g_autofree char *words_text = g_strdup_printf (ngettext ("%'u word", "%'u words", words), words);
  /* Translators: the time it takes to read an article, in minutes. */
  g_autofree char *minutes_text = g_strdup_printf (C_("reading time", "%u min"), minutes);

  return g_strdup_printf ("%s · %s", words_text, minutes_text);
}

/**
 * vsl_words_dup_moment:
 * @at: µs since 1970, UTC
 *
 * Returns: (transfer full): the day and the time of it in local time, for people; empty when it
 *   cannot be a time
 */
char *
vsl_words_dup_moment (gint64 at)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (at / G_USEC_PER_SEC);
  g_autoptr(GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;

  if (local == NULL)
    return g_strdup ("");

  /* Translators: a day and a time, as g_date_time_format() takes it: “24 November 2026, 09:30” */
  return g_date_time_format (local, _("%-d %B %Y, %H:%M"));
}
