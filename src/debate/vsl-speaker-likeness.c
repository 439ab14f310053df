/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-debate"

#include "debate/vsl-speaker-likeness.h"

#include "core/vsl-person.h"
#include "core/vsl-text.h"
#include "debate/vsl-speaker-label.h"

#include <string.h>

/* Labels that a program made up, or that several people share. */
static const char *const anonymous[] = { "speaker", "spreker", "unknown", "onbekend", "guest",
                                         "gast", "participant", "deelnemer", "user", "gebruiker" };

static gboolean
is_anonymous (const char *folded)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (anonymous); i++)
    {
      gsize length = strlen (anonymous[i]);

      if (g_str_has_prefix (folded, anonymous[i]) &&
          strspn (folded + length, " _-#0123456789abcdef") == strlen (folded + length))
        return TRUE;
    }

  return *folded == '\0';
}

/* How many single-letter changes lead from @a to @b, up to 2: meeting programs mis-hear and people
 * mistype. */
static guint
measure_distance (const char *a,
                  const char *b)
{
  gsize la = strlen (a), lb = strlen (b), start = 0, end = 0, gap;

  while (start < la && start < lb && a[start] == b[start])
    start++;
  while (end < la - start && end < lb - start && a[la - 1 - end] == b[lb - 1 - end])
    end++;
  gap = MAX (la, lb) - start - end;

  return (guint) MIN (gap, 3);
}

static VslLikeness
compare_persons (VslPerson *a,
                 VslPerson *b)
{
  g_autofree char *family_a = vsl_text_fold (vsl_person_get_family (a));
  g_autofree char *family_b = vsl_text_fold (vsl_person_get_family (b));
  g_autofree char *given_a = vsl_text_fold (vsl_person_get_given (a));
  g_autofree char *given_b = vsl_text_fold (vsl_person_get_given (b));
  gboolean one_letter_off;

  /* A single word can be either name. */
  if (*given_a == '\0' && g_str_equal (family_a, given_b))
    return VSL_LIKENESS_SAME;
  if (*given_b == '\0' && g_str_equal (family_b, given_a))
    return VSL_LIKENESS_SAME;

  one_letter_off = strlen (family_a) >= 5 && measure_distance (family_a, family_b) <= 1;
  if (!g_str_equal (family_a, family_b) && !one_letter_off)
    return VSL_LIKENESS_DIFFERENT;
  if (*given_a == '\0' || *given_b == '\0' || *given_a == *given_b)
    return VSL_LIKENESS_SAME;

  return VSL_LIKENESS_DIFFERENT;
}

/**
 * vsl_speaker_likeness_compare:
 * @label: the label of a speaker in a transcript
 * @name: the name of a person
 *
 * Compares by likeness: affixes of meeting programs, initials, a missing given name and one wrong
 * letter in a long family name are forgiven.
 *
 * Returns: whether the two are the same person, as far as they say
 */
VslLikeness
vsl_speaker_likeness_compare (const char *label,
                              const char *name)
{
  g_autofree char *clean_label = vsl_speaker_label_clean (label);
  g_autofree char *clean_name = vsl_speaker_label_clean (name);
  g_autofree char *folded_label = vsl_text_fold (clean_label);
  g_autofree char *folded_name = vsl_text_fold (clean_name);
  g_autoptr(VslPerson) a = NULL;
  g_autoptr(VslPerson) b = NULL;

  if (g_str_equal (folded_label, folded_name) && *folded_label != '\0')
    return VSL_LIKENESS_SAME;
  if (is_anonymous (folded_label) || is_anonymous (folded_name))
    return VSL_LIKENESS_UNKNOWN;

  a = vsl_person_new_from_text (clean_label);
  b = vsl_person_new_from_text (clean_name);

  return compare_persons (a, b);
}

/**
 * vsl_speaker_likeness_find:
 * @label: the label of a speaker in a transcript
 * @names: (array zero-terminated=1): names of participants
 *
 * Returns: (transfer none) (nullable): the one name that @label can be, or %NULL when it can be none
 *   or several
 */
const char *
vsl_speaker_likeness_find (const char         *label,
                           const char * const *names)
{
  const char *found = NULL;
  guint i;

  for (i = 0; names[i] != NULL; i++)
    {
      if (vsl_speaker_likeness_compare (label, names[i]) != VSL_LIKENESS_SAME)
        continue;
      if (found != NULL)
        return NULL;
      found = names[i];
    }

  return found;
}
