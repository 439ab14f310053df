/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-conflict-words.h"

#include "desk/vsl-article-diff.h"

#include <glib/gi18n.h>

static void
count_words (GPtrArray *diffs,
             guint     *inserted,
             guint     *deleted)
{
  guint i;

  *inserted = *deleted = 0;
  for (i = 0; i < diffs->len; i++)
    {
      const VslFieldDiff *diff = diffs->pdata[i];

      *inserted += diff->inserted;
      *deleted += diff->deleted;
    }
}

/**
 * vsl_conflict_words_dup_differences:
 * @diffs: (element-type VslFieldDiff): from ours to theirs
 *
 * Returns: (transfer full): how many words are in one of them only, translated
 */
char *
vsl_conflict_words_dup_differences (GPtrArray *diffs)
{
  guint inserted, deleted;
  g_autofree char *mine = NULL;
  g_autofree char *theirs = NULL;

  count_words (diffs, &inserted, &deleted);
  mine = g_strdup_printf (ngettext ("%u word is only in yours (struck through)",
                                    "%u words are only in yours (struck through)", deleted), deleted);
  theirs = g_strdup_printf (ngettext ("%u only in theirs (underlined)",
                                      "%u only in theirs (underlined)", inserted), inserted);

  /* Translators: two counts, like “3 words are only in yours (struck through)” and “1 only in theirs
   * (underlined)” */
  return g_strdup_printf (_("%s, %s."), mine, theirs);
}

/**
 * vsl_conflict_words_dup_merged:
 * @n_open: in how many passages nothing was chosen yet
 *
 * Returns: (transfer full): what the merged text shows, or what is to be chosen first, translated
 */
char *
vsl_conflict_words_dup_merged (guint n_open)
{
  if (n_open == 0)
    return g_strdup (_("What your article becomes: what came from them is underlined, what they took out is "
                       "struck through."));

  return g_strdup_printf (ngettext ("One passage was changed by both. Choose what stays there.",
                                    "%u passages were changed by both. Choose what stays in each.", n_open),
                          n_open);
}
