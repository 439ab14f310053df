/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-words.h"

#include <glib/gi18n.h>

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
 * vsl_words_get_remote_status:
 * @status: how a piece stands on a site
 *
 * Returns: (transfer none): the translated words for it, to stand alone
 */
const char *
vsl_words_get_remote_status (VslRemoteStatus status)
{
  switch (status)
    {
    case VSL_REMOTE_DRAFT:
      return C_("on the site", "Draft");
    case VSL_REMOTE_PENDING:
      return C_("on the site", "Waiting for review");
    case VSL_REMOTE_PUBLISH:
      return C_("on the site", "Published");
    case VSL_REMOTE_FUTURE:
      return C_("on the site", "Scheduled");
    case VSL_REMOTE_PRIVATE:
      return C_("on the site", "Private");
    case VSL_REMOTE_TRASH:
      return C_("on the site", "In the trash");
    case VSL_REMOTE_UNKNOWN:
    case VSL_N_REMOTE_STATUSES:
    default:
      return C_("on the site", "Unknown");
    }
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
