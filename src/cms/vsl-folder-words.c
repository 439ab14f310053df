/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cms"

#include "config.h"

#include "cms/vsl-folder-words.h"

static const VslFolderWords words[] = {
  { "nl", "Bijgewerkt", "Onderwerpen", "Concept: dit artikel is niet gepubliceerd.",
    "Alle artikelen", "Volg via Atom", "Er is nog niets gepubliceerd." },
  { "en", "Updated", "Topics", "Draft: this article has not been published.",
    "All articles", "Follow by Atom", "Nothing has been published yet." },
};

static const char * const months[G_N_ELEMENTS (words)][12] = {
  { "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
    "oktober", "november", "december" },
  { "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December" },
};

static guint
find_language (const char *language)
{
  return language != NULL && g_str_has_prefix (language, "en") ? 1 : 0;
}

/**
 * vsl_folder_words_get:
 * @language: (nullable): a language tag
 *
 * Returns: (transfer none): the words in that language, or the Dutch ones
 */
const VslFolderWords *
vsl_folder_words_get (const char *language)
{
  return &words[find_language (language)];
}

/**
 * vsl_folder_words_dup_date:
 * @language: (nullable): a language tag
 * @at: µs since 1970, UTC
 *
 * Returns: (transfer full): the local date, as readers of that language write it
 */
char *
vsl_folder_words_dup_date (const char *language,
                           gint64      at)
{
  g_autoptr(GDateTime) date = g_date_time_new_from_unix_local (at / G_USEC_PER_SEC);

  return g_strdup_printf ("%d %s %d", g_date_time_get_day_of_month (date),
                          months[find_language (language)][g_date_time_get_month (date) - 1],
                          g_date_time_get_year (date));
}

/**
 * vsl_folder_words_dup_iso_date:
 * @at: µs since 1970, UTC
 *
 * Returns: (transfer full): the time in the form of RFC 3339, to the second
 */
char *
vsl_folder_words_dup_iso_date (gint64 at)
{
  g_autoptr(GDateTime) date = g_date_time_new_from_unix_utc (at / G_USEC_PER_SEC);

  return g_date_time_format (date, "%Y-%m-%dT%H:%M:%SZ");
}
