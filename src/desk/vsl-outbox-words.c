/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "config.h"

#include "desk/vsl-outbox-words.h"

#include <glib/gi18n.h>

/* Why something did not succeed, by the code of the error. */
static const struct
{
  const char *code;
  const char *words;
} reasons[] = {
  { "busy", N_("the site could not be reached, or had too much to do") },
  { "address", N_("the site could not be reached") },
  { "in-doubt", N_("the site did not answer") },
  { "auth", N_("the user name and password were not accepted") },
  { "forbidden", N_("this user may not do that there") },
  { "rejected", N_("the site refused it") },
  { "missing-terms", N_("the site lacks tags or categories") },
  { "conflict", N_("somebody changed it there") },
  { "gone", N_("somebody removed it there") },
  { "tls", N_("the certificate of the site is not right") },
  { "not-a-site", N_("something else answered than the site") },
  { "too-large", N_("it is too large for the site") },
};

static const char *
find_reason (const char *code)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      if (g_strcmp0 (reasons[i].code, code) == 0)
        return _(reasons[i].words);
    }

  return _("the site reported something else");
}

static char *
describe_choice (const char *choice)
{
  if (g_strcmp0 (choice, "theirs") == 0)
    return g_strdup (_("The version on the site was chosen."));
  if (g_strcmp0 (choice, "merge") == 0)
    return g_strdup (_("Both versions were put together."));

  return g_strdup (_("Our version was chosen; theirs is kept here."));
}

/**
 * vsl_outbox_words_event:
 * @event: something that happened to a row of the outbox
 *
 * Returns: (transfer full): one translated sentence about it
 */
char *
vsl_outbox_words_event (VslOutboxEvent *event)
{
  const char *detail = vsl_outbox_event_get_detail (event);
  const char *shown = detail != NULL ? detail : "";

  switch (vsl_outbox_event_get_what (event))
    {
    case VSL_OUTBOX_WHAT_QUEUED:
      return g_strdup (_("Asked for."));
    case VSL_OUTBOX_WHAT_SENDING:
      return g_strdup_printf (_("Attempt %u."), vsl_outbox_event_get_attempt (event));
    case VSL_OUTBOX_WHAT_CREATED:
      return g_strdup_printf (_("A draft was made there, number %s."), shown);
    case VSL_OUTBOX_WHAT_ADOPTED:
      return g_strdup_printf (_("It was there already, as number %s."), shown);
    case VSL_OUTBOX_WHAT_ABSENT:
      return g_strdup (_("Looked there: it had not arrived."));
    case VSL_OUTBOX_WHAT_IN_DOUBT:
      return g_strdup (_("The site did not answer: it may have arrived."));
    case VSL_OUTBOX_WHAT_FOUND:
      return g_strdup (_("The program ended while it was being sent: it may have arrived."));
    case VSL_OUTBOX_WHAT_WAITING:
      return g_strdup_printf (_("Waits, because %s."), find_reason (detail));
    case VSL_OUTBOX_WHAT_TWIN:
      return g_strdup_printf (_("An earlier attempt had arrived after all; the second draft, number %s, was "
                                "put in the trash."), shown);
    case VSL_OUTBOX_WHAT_CONFIRMED:
      return g_strdup_printf (_("The site has it: %s"), shown);
    case VSL_OUTBOX_WHAT_OVERTAKEN:
      return g_strdup (_("Somebody changed it there at the same moment. Their text is among the revisions "
                         "of the site."));
    case VSL_OUTBOX_WHAT_CONFLICT:
      return g_strdup (_("Somebody changed it there: nothing was sent, both versions are kept."));
    case VSL_OUTBOX_WHAT_BLOCKED:
      return g_strdup_printf (_("Not sent, because %s."), find_reason (detail));
    case VSL_OUTBOX_WHAT_DISCARDED:
      return g_strdup (_("Taken out of the outbox."));
    case VSL_OUTBOX_WHAT_RESOLVED:
      return describe_choice (detail);
    case VSL_OUTBOX_WHAT_APPEARED:
      return g_strdup_printf (_("It appeared at its moment: %s"), shown);
    case VSL_OUTBOX_WHAT_LATE:
      return g_strdup (_("Its moment has passed, but the site has not published it."));
    case VSL_OUTBOX_WHAT_WITHDRAWN:
      return g_strdup (_("Somebody took it off the schedule there."));
    case VSL_OUTBOX_WHAT_SEEN:
      return detail == NULL ? g_strdup (_("Its page was looked at: readers find all of it."))
                            : g_strdup_printf (_("Its page was looked at. %s"), shown);
    case VSL_N_OUTBOX_WHATS:
    default:
      return g_strdup ("");
    }
}
