/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "config.h"

#include "desk/vsl-review-words.h"

#include "core/vsl-moment.h"

#include <glib/gi18n.h>

static const char *const state_words[VSL_N_REVIEW_STATES] = {
  [VSL_REVIEW_STATE_NONE] = N_("nothing agreed"),
  [VSL_REVIEW_STATE_AGREED] = N_("review promised"),
  [VSL_REVIEW_STATE_SENT] = N_("sent"),
  [VSL_REVIEW_STATE_REMARKS] = N_("remarks received"),
  [VSL_REVIEW_STATE_PROCESSED] = N_("remarks processed"),
  [VSL_REVIEW_STATE_CLOSED] = N_("closed"),
  [VSL_REVIEW_STATE_REFUSED] = N_("does not agree"),
  [VSL_REVIEW_STATE_WITHDRAWN] = N_("withdrawn"),
};

/* Why a publication waits for somebody; %s is their name. */
static const char *const outstanding_words[VSL_N_REVIEW_STATES] = {
  [VSL_REVIEW_STATE_AGREED] = N_("%s was promised a review, and nothing was sent yet."),
  [VSL_REVIEW_STATE_SENT] = N_("%s has the passages, and has not answered yet."),
  [VSL_REVIEW_STATE_REMARKS] = N_("%s sent remarks that are not processed yet."),
  [VSL_REVIEW_STATE_PROCESSED] = N_("The remarks of %s are processed, but the review is not closed."),
  [VSL_REVIEW_STATE_CLOSED] = N_("The review of %s is closed."),
  [VSL_REVIEW_STATE_REFUSED] = N_("%s does not agree with the passages."),
  [VSL_REVIEW_STATE_WITHDRAWN] = N_("%s has withdrawn the quotations."),
};

/* What to do where something cannot happen, by how far the review is. */
static const struct
{
  VslReviewWhat what;
  VslReviewState state;
  const char *words;
} impossible[] = {
  { VSL_REVIEW_AGREED, VSL_REVIEW_STATE_AGREED, N_("The review was promised to %s already.") },
  { VSL_REVIEW_SENT, VSL_REVIEW_STATE_REMARKS,
    N_("%s sent remarks. Accept or decline each, mark them as processed, and send again then.") },
  { VSL_REVIEW_PROCESSED, VSL_REVIEW_STATE_SENT,
    N_("%s sent no remarks, so there is nothing to process. Close the review.") },
  { VSL_REVIEW_PROCESSED, VSL_REVIEW_STATE_PROCESSED,
    N_("All remarks of %s are processed already.") },
  { VSL_REVIEW_CLOSED, VSL_REVIEW_STATE_NONE,
    N_("Nothing was agreed with %s, so there is nothing to close.") },
  { VSL_REVIEW_CLOSED, VSL_REVIEW_STATE_REMARKS,
    N_("%s sent remarks. Accept or decline each, and mark them as processed first.") },
  { VSL_REVIEW_CLOSED, VSL_REVIEW_STATE_CLOSED, N_("The review of %s is closed already.") },
  { VSL_REVIEW_WITHDRAWN, VSL_REVIEW_STATE_NONE,
    N_("Nothing was agreed with %s, so there is nothing to withdraw.") },
  { VSL_REVIEW_REFUSED, VSL_REVIEW_STATE_CLOSED,
    N_("The review of %s is closed. Who takes back what was agreed withdraws it.") },
};

/* Where the table above has nothing. */
static const char *const general[VSL_N_REVIEW_WHATS] = {
  [VSL_REVIEW_AGREED] = N_("The review by %s is under way already."),
  [VSL_REVIEW_SENT] = N_("%s does not agree. Agree on a review again before you send the passages."),
  [VSL_REVIEW_REMARKED] = N_("Nothing is out for review by %s. Send the passages first."),
  [VSL_REVIEW_ANSWERED] = N_("%s has no remarks that wait for an answer."),
  [VSL_REVIEW_PROCESSED] = N_("%s has no remarks to process."),
  [VSL_REVIEW_CLOSED] = N_("%s does not agree. Agree on a review again, or leave the passages out."),
  [VSL_REVIEW_REFUSED] = N_("That %s does not agree is noted already."),
  [VSL_REVIEW_WITHDRAWN] = N_("That %s does not agree is noted already."),
};

const char *const vsl_review_channels[] = { "mail", "portal", "phone", "person", "letter", NULL };

/* The same, in words. */
static const char *const channel_words[] = {
  N_("by mail"), N_("through a portal"), N_("by telephone"), N_("in person"), N_("by letter"),
};

G_STATIC_ASSERT (G_N_ELEMENTS (channel_words) == G_N_ELEMENTS (vsl_review_channels) - 1);

/* The sentence with a name in the place of its only “%s”. */
static char *
name_in (const char *sentence,
         const char *name)
{
  g_auto(GStrv) parts = g_strsplit (sentence, "%s", 2);

  return g_strjoinv (name, parts);
}

/**
 * vsl_review_words_moment:
 * @at: µs since 1970 UTC
 *
 * Returns: (transfer full): the moment by the clock of this computer, in words
 */
char *
vsl_review_words_moment (gint64 at)
{
  g_autoptr(GTimeZone) here = g_time_zone_new_local ();

  /* Translators: a moment in a sentence, as “Tuesday 6 May 2025 at 14:30”; see g_date_time_format(). */
  return vsl_moment_format (at, here, _("%A %-d %B %Y at %H:%M"));
}

/**
 * vsl_review_words_state:
 * @state: how far it is
 *
 * Returns: (transfer none): that in a few words
 */
const char *
vsl_review_words_state (VslReviewState state)
{
  g_return_val_if_fail ((guint) state < VSL_N_REVIEW_STATES, NULL);

  return _(state_words[state]);
}

/**
 * vsl_review_words_status:
 * @review: a review
 * @now: µs since 1970 UTC
 *
 * Returns: (transfer full): how it stands in a line: “sent, until Tuesday …”, “too late since …”,
 *   “closed, changed since”
 */
char *
vsl_review_words_status (VslReview *review,
                         gint64     now)
{
  VslReviewState state = vsl_review_get_state (review);
  VslReviewStep *sent = vsl_review_get_sent (review);
  gint64 deadline = sent != NULL ? vsl_review_step_get_fields (sent)->moment : 0;
  g_autofree char *when = deadline > 0 ? vsl_review_words_moment (deadline) : NULL;

  if (!vsl_review_get_present (review))
    /* Translators: how far a review is, as “sent; no participant of this article any more” */
    return g_strdup_printf (_("%s; no participant of this article any more"), _(state_words[state]));
  if (vsl_review_get_changed (review))
    /* Translators: how far a review is, as “sent, but the passages were changed since” */
    return g_strdup_printf (_("%s, but the passages were changed since"), _(state_words[state]));
  if (vsl_review_is_late (review, now))
    return g_strdup_printf (_("sent, no answer; it was due %s"), when);
  if (state == VSL_REVIEW_STATE_SENT && when != NULL)
    return g_strdup_printf (_("sent, answer due %s"), when);

  return g_strdup (_(state_words[state]));
}

/**
 * vsl_review_words_channel:
 * @channel: one of %vsl_review_channels, or another way
 *
 * Returns: (transfer none): how something was sent, as “by mail”; another way as it was written
 */
const char *
vsl_review_words_channel (const char *channel)
{
  guint i;

  g_return_val_if_fail (channel != NULL, NULL);

  for (i = 0; i < G_N_ELEMENTS (channel_words); i++)
    {
      if (g_str_equal (channel, vsl_review_channels[i]))
        return _(channel_words[i]);
    }

  return channel;
}

static char *
describe_sending (const VslReviewStepFields *fields)
{
  g_autoptr(GString) words = g_string_new (NULL);
  g_autofree char *when = fields->moment > 0 ? vsl_review_words_moment (fields->moment) : NULL;

  if (*fields->recipient != '\0')
    g_string_append_printf (words, _("Sent to %s"), fields->recipient);
  else
    g_string_append (words, _("Sent"));
  if (*fields->address != '\0')
    g_string_append_printf (words, " <%s>", fields->address);
  if (*fields->channel != '\0')
    g_string_append_printf (words, " %s", vsl_review_words_channel (fields->channel));
  if (when != NULL)
    g_string_append_printf (words, _(", answer due %s"), when);

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static char *
describe_what (const VslReviewStepFields *fields)
{
  g_autofree char *when = NULL;

  switch (fields->what)
    {
    case VSL_REVIEW_AGREED:
      return g_strdup (_("Review promised"));
    case VSL_REVIEW_SENT:
      return describe_sending (fields);
    case VSL_REVIEW_REMARKED:
      return g_strdup (_("Remark"));
    case VSL_REVIEW_ANSWERED:
      return g_strdup (fields->accepted ? _("Remark accepted") : _("Remark declined"));
    case VSL_REVIEW_PROCESSED:
      return g_strdup (_("Remarks processed"));
    case VSL_REVIEW_CLOSED:
      return g_strdup (_("Closed"));
    case VSL_REVIEW_REFUSED:
      return g_strdup (_("Does not agree"));
    case VSL_REVIEW_WITHDRAWN:
      return g_strdup (_("Withdrawn"));
    case VSL_REVIEW_EMBARGOED:
      if (fields->moment == 0)
        return g_strdup (_("Embargo lifted"));
      when = vsl_review_words_moment (fields->moment);
      return g_strdup_printf (_("Embargo until %s"), when);
    case VSL_REVIEW_OVERRIDDEN:
      return g_strdup (_("Embargo overridden"));
    case VSL_REVIEW_RENAMED:
      return g_strdup (_("Called otherwise from then on"));
    case VSL_N_REVIEW_WHATS:
    default:
      return g_strdup ("");
    }
}

/**
 * vsl_review_words_step:
 * @step: something that happened
 *
 * Returns: (transfer full): what, in one line, with what was noted
 */
char *
vsl_review_words_step (VslReviewStep *step)
{
  const VslReviewStepFields *fields = vsl_review_step_get_fields (step);
  g_autofree char *what = describe_what (fields);

  return *fields->note != '\0' ? g_strdup_printf ("%s: %s", what, fields->note)
                               : g_steal_pointer (&what);
}

/**
 * vsl_review_words_history:
 * @steps: (element-type VslReviewStep): what happened, oldest first
 *
 * Returns: (transfer full): a line for each, with its moment by the clock of this computer
 */
char *
vsl_review_words_history (GPtrArray *steps)
{
  g_autoptr(GTimeZone) here = g_time_zone_new_local ();
  g_autoptr(GString) text = g_string_new (NULL);
  guint i;

  for (i = 0; i < steps->len; i++)
    {
      VslReviewStep *step = g_ptr_array_index (steps, i);
      g_autofree char *at =
        vsl_moment_format (vsl_review_step_get_fields (step)->at, here, "%d-%m-%Y %H:%M");
      g_autofree char *words = vsl_review_words_step (step);

      g_string_append_printf (text, "%s%s  %s", i > 0 ? "\n" : "", at, words);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * vsl_review_words_outstanding:
 * @review: a review that is outstanding
 * @now: µs since 1970 UTC
 *
 * Returns: (transfer full): why publishing waits for it, in a sentence
 */
char *
vsl_review_words_outstanding (VslReview *review,
                              gint64     now)
{
  VslReviewState state = vsl_review_get_state (review);
  const char *name = vsl_review_get_name (review);

  g_return_val_if_fail (state != VSL_REVIEW_STATE_NONE, NULL);

  if (vsl_review_get_changed (review))
    return g_strdup_printf (_("The passages of %s were changed after they were shown."), name);
  if (vsl_review_is_late (review, now))
    return g_strdup_printf (_("%s has not answered, and the deadline is past."), name);

  return name_in (_(outstanding_words[state]), name);
}

static const char *
find_impossible (VslReview     *review,
                 VslReviewWhat  what)
{
  const char *words = general[what];
  guint i;

  for (i = 0; i < G_N_ELEMENTS (impossible); i++)
    {
      if (impossible[i].what == what && impossible[i].state == vsl_review_get_state (review))
        words = impossible[i].words;
    }

  return words;
}

/**
 * vsl_review_words_obstacle:
 * @review: a review
 * @what: something that is not about the whole article
 *
 * Returns: (transfer full) (nullable): why it cannot happen to @review now, and what to do, in a
 *   sentence; %NULL when it can
 */
char *
vsl_review_words_obstacle (VslReview     *review,
                           VslReviewWhat  what)
{
  const char *words = NULL;

  g_return_val_if_fail (VSL_IS_REVIEW (review), NULL);
  g_return_val_if_fail (what < G_N_ELEMENTS (general) && general[what] != NULL, NULL);

  if (!vsl_review_can_follow (review, what))
    words = find_impossible (review, what);
  else if (what == VSL_REVIEW_SENT && vsl_review_get_passages (review)->len == 0)
    words = N_("The article says nothing by or about %s, so there is nothing to send.");
  else if (what == VSL_REVIEW_PROCESSED && vsl_review_count_open (review) > 0)
    words = N_("Accept or decline every remark of %s first, then mark them as processed.");

  return words != NULL ? name_in (_(words), vsl_review_get_name (review)) : NULL;
}

/**
 * vsl_review_words_embargo:
 * @embargo: an embargo
 * @now: µs since 1970 UTC
 *
 * Returns: (transfer full) (nullable): what it means for publishing, in a sentence; %NULL where there
 *   is none or it is over
 */
char *
vsl_review_words_embargo (const VslEmbargo *embargo,
                          gint64            now)
{
  g_autofree char *when = NULL;

  if (embargo->until <= now)
    return NULL;

  when = vsl_review_words_moment (embargo->until);
  if (embargo->overridden)
    return g_strdup_printf (_("The embargo until %s is overridden: %s"), when, embargo->reason);
  if (*embargo->note != '\0')
    return g_strdup_printf (_("Under embargo until %s (%s)."), when, embargo->note);

  return g_strdup_printf (_("Under embargo until %s."), when);
}
