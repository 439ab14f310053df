/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-quotation-words.h"

#include <glib/gi18n.h>

static const char *
get_evidence (const VslMatch *match)
{
  switch (match != NULL ? match->verdict : VSL_VERDICT_NO_SOURCE)
    {
    case VSL_VERDICT_VERBATIM:
      return C_("verdict on a quotation", "Word for word");
    case VSL_VERDICT_CLEANED:
      return C_("verdict on a quotation", "Cleaned up");
    case VSL_VERDICT_EDITED:
      return C_("verdict on a quotation", "Edited");
    case VSL_VERDICT_CANDIDATE:
      return C_("verdict on a quotation", "Hardly alike");
    case VSL_VERDICT_NOT_FOUND:
      return C_("verdict on a quotation", "Not found");
    case VSL_VERDICT_OTHER_SPEAKER:
      return C_("verdict on a quotation", "Somebody else said this");
    case VSL_VERDICT_OFF_THE_RECORD:
      return C_("verdict on a quotation", "Off the record");
    case VSL_VERDICT_NO_SOURCE:
    case VSL_N_VERDICTS:
    default:
      return C_("verdict on a quotation", "No transcript");
    }
}

/**
 * vsl_quotation_words_get_verdict:
 * @quotation: a quotation that was checked
 *
 * Returns: (transfer none): in a few words, how it stands with it
 */
const char *
vsl_quotation_words_get_verdict (VslQuotation *quotation)
{
  const VslMatch *match = vsl_quotation_get_match (quotation);

  switch (vsl_concern_of_quotation (quotation))
    {
    case VSL_CONCERN_STALE:
      return C_("verdict on a quotation", "Not as in the text");
    case VSL_CONCERN_UNTRACED:
      return C_("verdict on a quotation", "Not in the text");
    case VSL_CONCERN_UNATTRIBUTED:
      return C_("verdict on a quotation", "No speaker");
    case VSL_CONCERN_UNBALANCED:
      return C_("verdict on a quotation", "Quotation mark missing");
    case VSL_CONCERN_EDITED:
    case VSL_CONCERN_NOT_FOUND:
    case VSL_CONCERN_OTHER_SPEAKER:
    case VSL_CONCERN_OFF_THE_RECORD:
      return get_evidence (match);
    case VSL_CONCERN_NONE:
    case VSL_N_CONCERNS:
    default:
      return vsl_quotation_get_origin (quotation) != NULL
             ? C_("verdict on a quotation", "As in the text") : get_evidence (match);
    }
}

/**
 * vsl_quotation_words_get_advice:
 * @concern: what is the matter with a quotation
 *
 * Returns: (transfer none) (nullable): what it means and what to do, in a sentence; %NULL when
 *   nothing is to be done
 */
const char *
vsl_quotation_words_get_advice (VslConcern concern)
{
  switch (concern)
    {
    case VSL_CONCERN_UNATTRIBUTED:
      return _("Nobody is named as the speaker, neither in this sentence nor in the one before or "
               "after it.");
    case VSL_CONCERN_UNBALANCED:
      return _("A quotation mark is missing or one too many in this quotation.");
    case VSL_CONCERN_STALE:
      return _("The sentence that this pull quote was made from reads differently now.");
    case VSL_CONCERN_UNTRACED:
      return _("The headline is a quotation, but nobody says this in the article.");
    case VSL_CONCERN_EDITED:
      return _("The words differ from the transcript. Look at the difference.");
    case VSL_CONCERN_NOT_FOUND:
      return _("Nobody says this in the transcript.");
    case VSL_CONCERN_OTHER_SPEAKER:
      return _("According to the transcript, somebody else says this.");
    case VSL_CONCERN_OFF_THE_RECORD:
      return _("This was said off the record. Take it out of the article.");
    case VSL_CONCERN_NONE:
    case VSL_N_CONCERNS:
    default:
      return NULL;
    }
}

/**
 * vsl_quotation_words_get_icon:
 * @quotation: a quotation that was checked
 *
 * Returns: (transfer none) (nullable): the name of the sign for its verdict; %NULL when there is
 *   nothing to say of it
 */
const char *
vsl_quotation_words_get_icon (VslQuotation *quotation)
{
  const VslMatch *match = vsl_quotation_get_match (quotation);

  switch (vsl_concern_of_quotation (quotation))
    {
    case VSL_CONCERN_EDITED:
      return "document-edit-symbolic";
    case VSL_CONCERN_NOT_FOUND:
    case VSL_CONCERN_UNTRACED:
      return "dialog-question-symbolic";
    case VSL_CONCERN_OTHER_SPEAKER:
    case VSL_CONCERN_UNATTRIBUTED:
      return "avatar-default-symbolic";
    case VSL_CONCERN_STALE:
    case VSL_CONCERN_UNBALANCED:
    case VSL_CONCERN_OFF_THE_RECORD:
      return "dialog-warning-symbolic";
    case VSL_CONCERN_NONE:
    case VSL_N_CONCERNS:
    default:
      break;
    }
  if (vsl_quotation_get_origin (quotation) != NULL)
    return "object-select-symbolic";

  return match != NULL && (match->verdict == VSL_VERDICT_VERBATIM ||
                           match->verdict == VSL_VERDICT_CLEANED)
         ? "object-select-symbolic" : NULL;
}

/**
 * vsl_quotation_words_dup_speaker:
 * @quotation: a quotation
 *
 * Returns: (transfer full): who says it according to the article, and how that is known; or what it
 *   is where it is no one's
 */
char *
vsl_quotation_words_dup_speaker (VslQuotation *quotation)
{
  const char *speaker = vsl_quotation_get_speaker (quotation);

  if (vsl_concern_is_streamer (quotation))
    return g_strdup (_("Pull quote"));
  if (vsl_quotation_get_field (quotation) == VSL_FIELD_HEADLINE)
    return g_strdup (_("Headline"));
  if (speaker == NULL)
    return g_strdup (_("Nobody is named"));
  if (vsl_quotation_get_weak (quotation))
    /* Translators: %s is the name of a speaker */
    return g_strdup_printf (_("%s, probably: only “he” or “she” is written"), speaker);

  switch (vsl_quotation_get_attribution (quotation))
    {
    case VSL_ATTRIBUTION_BEFORE:
      /* Translators: %s is the name of a speaker */
      return g_strdup_printf (_("%s, named just before"), speaker);
    case VSL_ATTRIBUTION_AFTER:
      /* Translators: %s is the name of a speaker */
      return g_strdup_printf (_("%s, named just after"), speaker);
    case VSL_ATTRIBUTION_SAME_SENTENCE:
    case VSL_ATTRIBUTION_NONE:
    case VSL_N_ATTRIBUTIONS:
    default:
      return g_strdup (speaker);
    }
}

/**
 * vsl_quotation_words_dup_summary:
 * @quotation: a quotation that was checked
 *
 * Returns: (transfer full): speaker and verdict in one line, for a tooltip or a screen reader
 */
char *
vsl_quotation_words_dup_summary (VslQuotation *quotation)
{
  g_autofree char *speaker = vsl_quotation_words_dup_speaker (quotation);

  /* Translators: who says a quotation, and how it stands with it: “Iris Blok: Word for word” */
  return g_strdup_printf (_("%s: %s"), speaker, vsl_quotation_words_get_verdict (quotation));
}

/**
 * vsl_quotation_words_dup_time:
 * @ms: a time in a transcript, or %VSL_TIME_UNKNOWN
 *
 * Returns: (transfer full) (nullable): as 12:34 or 1:02:03; %NULL when it is not known
 */
char *
vsl_quotation_words_dup_time (gint64 ms)
{
  gint64 s = ms / 1000;

  if (ms < 0)
    return NULL;
  if (s >= 3600)
    return g_strdup_printf ("%d:%02d:%02d", (int) (s / 3600), (int) (s / 60 % 60), (int) (s % 60));

  return g_strdup_printf ("%d:%02d", (int) (s / 60), (int) (s % 60));
}

/**
 * vsl_quotation_words_dup_diff:
 * @match: where a quotation comes from
 *
 * Returns: (transfer full): Pango mark-up: what was said and is not in the quotation struck through,
 *   what is in it and was not said underlined and bold
 */
char *
vsl_quotation_words_dup_diff (const VslMatch *match)
{
  GString *markup = g_string_new (NULL);

  for (guint i = 0; i < match->diff->len; i++)
    {
      const VslDiffPart *part = g_ptr_array_index (match->diff, i);
      g_autofree char *text = g_markup_escape_text (part->text, -1);

      if (markup->len > 0)
        g_string_append_c (markup, ' ');
      switch (part->op)
        {
        case VSL_DIFF_INSERT:
          g_string_append_printf (markup, "<b><u>%s</u></b>", text);
          break;
        case VSL_DIFF_DELETE:
          g_string_append_printf (markup, "<s>%s</s>", text);
          break;
        case VSL_DIFF_EQUAL:
        default:
          g_string_append (markup, text);
        }
    }

  return g_string_free (markup, FALSE);
}
