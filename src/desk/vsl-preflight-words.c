/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "config.h"

#include "desk/vsl-preflight-words.h"

#include <glib/gi18n.h>

/* What each check looks for, as it stands in a list. */
static const struct
{
  const char *name;
  const char *words;
} rules[] = {
  { "publish.headline", N_("No headline") },
  { "publish.body", N_("No text") },
  { "publish.placeholder", N_("Something left to fill in, such as TK") },
  { "publish.gap", N_("An empty place in the text") },
  { "publish.lead", N_("No lead") },
  { "publish.byline", N_("No author") },
  { "publish.credit", N_("A picture without a credit") },
  { "publish.alt", N_("A picture without a description") },
  { "publish.participants", N_("A report without participants") },
  { "publish.tags", N_("No tags") },
  { "publish.spaces", N_("Double spaces") },
  { "quotation.off-the-record", N_("A quotation that is off the record") },
  { "quotation.other-speaker", N_("A quotation that somebody else said") },
  { "quotation.not-found", N_("A quotation that is not in the transcript") },
  { "quotation.headline", N_("A quoted headline that the article does not say") },
  { "quotation.streamer", N_("A pull quote that the article does not say any more") },
  { "quotation.edited", N_("A quotation that differs from what was said") },
  { "quotation.speaker", N_("A quotation without a speaker") },
  { "quotation.marks", N_("A missing quotation mark") },
};

/**
 * vsl_preflight_words_rule:
 * @name: the name of a check
 *
 * Returns: (transfer none): what it looks for, translated; the name itself for one that is not known
 */
const char *
vsl_preflight_words_rule (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (g_str_equal (rules[i].name, name))
      return _(rules[i].words);

  return name;
}
