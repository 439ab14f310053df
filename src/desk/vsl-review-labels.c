/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "desk/vsl-review-labels.h"

#include "core/vsl-review-passage.h"

G_STATIC_ASSERT (G_N_ELEMENTS (((VslReviewLabels *) NULL)->places) == VSL_N_REVIEW_PLACES);

static const VslReviewLabels dutch = {
  .the_article = "het artikel over %s",
  .our_article = "ons artikel",
  .title = "Inzage: uw passages in %s",
  .made_for = "Voor %1, stand van %2.",
  .intro = "Hieronder staat wat in %2 door en over %1 wordt gezegd, zoals het nu luidt. "
           "Wat anderen zeggen is weggelaten; waar dat in een zin gebeurde, staat […].",
  .asked = "Wilt u kijken of er feitelijke onjuistheden in staan, en of u juist bent weergegeven?",
  .until = "We horen het graag uiterlijk %s.",
  .soon = "We horen het graag zo snel mogelijk.",
  .rights = "Inzage is geen recht op wijziging: de redactie beslist wat er met een opmerking gebeurt, en "
            "laat u dat weten.",
  .places = { "Bovenkop", "Kop", "Inleiding", "Tekst", "Streamer" },
  .greeting = "Met vriendelijke groet,",
  .too_long = "De passages zijn te lang voor een mailbericht uit een koppeling. Plak ze hier, of voeg ze "
              "toe als bestand.",
};

static const VslReviewLabels english = {
  .the_article = "the article on %s",
  .our_article = "our article",
  .title = "Review: your passages in %s",
  .made_for = "For %1, as it stands on %2.",
  .intro = "Below is what is said by and about %1 in %2, as it reads now. What others say was "
           "left out; where that is within a sentence, it says […].",
  .asked = "Would you check whether there are factual errors in it, and whether you are represented "
           "correctly?",
  .until = "Please let us know no later than %s.",
  .soon = "Please let us know as soon as you can.",
  .rights = "A review is not a right of correction: the editors decide what is done with a remark, and "
            "will tell you.",
  .places = { "Kicker", "Headline", "Lead", "Text", "Pull quote" },
  .greeting = "Kind regards,",
  .too_long = "The passages are too long for a message from a link. Paste them here, or attach them as "
              "a file.",
};

/* Dutch, then English. */
static const char *const days[][7] = {
  { "zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag" },
  { "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday" },
};
static const char *const months[][12] = {
  { "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
    "november", "december" },
  { "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December" },
};

/* As for the labels of an article: no language is Dutch, and another than Dutch is English. */
static gboolean
is_dutch (const char *language)
{
  return language == NULL ||
         (g_ascii_strncasecmp (language, "nl", 2) == 0 && !g_ascii_isalpha (language[2]));
}

/**
 * vsl_review_labels_for_language:
 * @language: (nullable): a BCP 47 tag
 *
 * Returns: (transfer none): the words in Dutch or English
 */
const VslReviewLabels *
vsl_review_labels_for_language (const char *language)
{
  return is_dutch (language) ? &dutch : &english;
}

/**
 * vsl_review_labels_moment:
 * @language: (nullable): a BCP 47 tag
 * @at: µs since 1970 UTC
 *
 * Returns: (transfer full): the moment by the clock of this computer, in that language whatever that of
 *   the user is
 */
char *
vsl_review_labels_moment (const char *language,
                          gint64      at)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (at / G_USEC_PER_SEC);
  g_autoptr(GDateTime) here = utc != NULL ? g_date_time_to_local (utc) : NULL;
  gboolean nl = is_dutch (language);

  if (here == NULL)
    return g_strdup ("");

  return g_strdup_printf (nl ? "%s %d %s %d om %02d.%02d uur" : "%s %d %s %d at %02d:%02d",
                          days[nl ? 0 : 1][g_date_time_get_day_of_week (here) % 7],
                          g_date_time_get_day_of_month (here),
                          months[nl ? 0 : 1][g_date_time_get_month (here) - 1],
                          g_date_time_get_year (here), g_date_time_get_hour (here),
                          g_date_time_get_minute (here));
}

/**
 * vsl_review_labels_fill:
 * @sentence: one of the labels
 * @first: in the place of `%s` and `%1`
 * @second: (nullable): in the place of `%2`
 *
 * Returns: (transfer full): the sentence
 */
char *
vsl_review_labels_fill (const char *sentence,
                        const char *first,
                        const char *second)
{
  g_autoptr(GString) out = g_string_new (NULL);
  const char *p;

  for (p = sentence; *p != '\0'; p++)
    {
      if (p[0] == '%' && (p[1] == 's' || p[1] == '1'))
        g_string_append (out, first);
      else if (p[0] == '%' && p[1] == '2')
        g_string_append (out, second != NULL ? second : "");
      else
        {
          g_string_append_c (out, *p);
          continue;
        }
      p++;
    }

  return g_string_free (g_steal_pointer (&out), FALSE);
}
