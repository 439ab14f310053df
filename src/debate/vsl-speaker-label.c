/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-debate"

#include "debate/vsl-speaker-label.h"

#include "core/vsl-person.h"
#include "core/vsl-text.h"

#include <string.h>

/* Longest label and most words before the colon that are still a name with its function. */
#define MAX_LABEL_CHARS 60
#define MAX_LABEL_WORDS 8

/* Forms of address and offices with which Dutch and English minutes open a speaker's turn. */
static const char *const openings[] = {
  "de heer ", "mevrouw ", "de voorzitter", "de minister", "minister ", "de staatssecretaris",
  "staatssecretaris ", "de wethouder", "wethouder ", "de burgemeester", "burgemeester ",
  "the chair", "the president", "the speaker", "the minister", "mr ", "mr. ", "mrs ", "mrs. ",
  "ms ", "ms. ", "dr ", "dr. ",
};

static gboolean
has_opening (const char *label)
{
  g_autofree char *folded = vsl_text_fold (label);
  guint i;

  for (i = 0; i < G_N_ELEMENTS (openings); i++)
    {
      if (g_str_has_prefix (folded, openings[i]))
        return TRUE;
    }

  return FALSE;
}

/* A full stop ends a sentence unless it stands behind an initial or a short title. */
static gboolean
holds_sentence_end (const char *label)
{
  const char *p;

  for (p = strpbrk (label, ".?!"); p != NULL; p = strpbrk (p + 1, ".?!"))
    {
      const char *word = p;

      if (*p != '.')
        return TRUE;
      while (word > label && word[-1] != ' ' && word[-1] != '.')
        word--;
      if (p - word > 4 && p[1] != '\0' && g_ascii_isspace (p[1]))
        return TRUE;
    }

  return FALSE;
}

/* A name has a capital or a figure at its head (SPEAKER_00, Spreker 1), few words, and nothing that
 * only occurs in times, addresses and sentences. */
static gboolean
looks_like_name (const char *label)
{
  gunichar first = g_utf8_get_char (label);
  guint n_words = vsl_text_count_words (label);

  if (has_opening (label))
    return !holds_sentence_end (label);

  return g_unichar_isupper (first) && n_words > 0 && n_words <= MAX_LABEL_WORDS &&
         strpbrk (label, "<>/\\\"?!;=") == NULL && !holds_sentence_end (label);
}

/* Letters of any case, or a number that calls in; what only occurs in addresses and sentences not. */
static gboolean
may_be_name (const char *label)
{
  gunichar first = g_utf8_get_char (label);

  return (g_unichar_isalnum (first) || first == '+' || first == '\'') &&
         vsl_text_count_words (label) <= MAX_LABEL_WORDS && strpbrk (label, "<>/\\\"?!;=") == NULL &&
         !holds_sentence_end (label);
}

/* `[SPEAKER_00]: `, `(speaker 0) `: brackets around a label that a recogniser made. */
static char *
measure_bracketed (const char *text,
                   gsize      *skip)
{
  char close = *text == '[' ? ']' : ')';
  const char *end = strchr (text, close);
  g_autofree char *label = NULL;
  g_autofree char *folded = NULL;
  const char *after;

  if (end == NULL || end - text > MAX_LABEL_CHARS)
    return NULL;

  label = g_strndup (text + 1, end - text - 1);
  folded = vsl_text_fold (label);
  if (!g_str_has_prefix (folded, "speaker") && !g_str_has_prefix (folded, "spreker"))
    return NULL;

  after = end + 1;
  if (*after == ':')
    after++;
  while (g_ascii_isspace (*after))
    after++;
  *skip = after - text;

  return g_steal_pointer (&label);
}

/* The label before a colon at the start of @text, if @accept takes it. */
static char *
measure_label (const char *text,
               gboolean  (*accept) (const char *label),
               gsize      *skip)
{
  const char *colon, *end;
  g_autofree char *label = NULL;

  if (*text == '[' || *text == '(')
    return measure_bracketed (text, skip);

  colon = strchr (text, ':');
  if (colon == NULL || colon == text ||
      g_utf8_strlen (text, colon - text) > MAX_LABEL_CHARS + 4)
    return NULL;

  /* Markdown may stand around the name with the colon inside or outside of it. */
  end = colon + 1;
  while (*end == '*')
    end++;
  if (*end != '\0' && !g_unichar_isspace (g_utf8_get_char (end)))
    return NULL;

  label = g_strndup (text, colon - text);
  for (char *p = strchr (label, '*'); p != NULL; p = strchr (p, '*'))
    memmove (p, p + 1, strlen (p));
  g_strstrip (label);
  if (*label == '\0' || !accept (label))
    return NULL;

  while (g_unichar_isspace (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  *skip = end - text;

  return g_steal_pointer (&label);
}

/**
 * vsl_speaker_label_measure:
 * @text: the start of a stretch of speech
 * @skip: (out): how many bytes of @text the label takes, with the colon and the spaces behind it
 *
 * Looks for a label before a colon at the start: `Name: `, `**Name:** `, `De **voorzitter**:`,
 * `[SPEAKER_00]: `, `(speaker 0) `. A time, the scheme of an address, and what reads as a sentence
 * are never a label. Whether a word before a colon really is a name cannot be told from one line;
 * see vsl_transcript_labels_find().
 *
 * Returns: (transfer full) (nullable): the label without Markdown, or %NULL
 */
char *
vsl_speaker_label_measure (const char *text,
                           gsize      *skip)
{
  g_return_val_if_fail (text != NULL && skip != NULL, NULL);

  return measure_label (text, looks_like_name, skip);
}

/**
 * vsl_speaker_label_measure_loosely:
 * @text: the start of a stretch of speech
 * @skip: (out): how many bytes of @text the label takes, with the colon and the spaces behind it
 *
 * As vsl_speaker_label_measure(), for a file in which every stretch opens with its speaker: there a
 * telephone number, the name of a device and a name in another script or without a capital are
 * labels too.
 *
 * Returns: (transfer full) (nullable): the label without Markdown, or %NULL
 */
char *
vsl_speaker_label_measure_loosely (const char *text,
                                   gsize      *skip)
{
  g_return_val_if_fail (text != NULL && skip != NULL, NULL);

  return measure_label (text, may_be_name, skip);
}

/**
 * vsl_speaker_label_is_certain:
 * @label: a label that vsl_speaker_label_measure() found
 *
 * Tells what is a speaker even where it occurs once: an office (`Wethouder De Vries`), a label of a
 * recogniser, or a given name and a family name, each with a capital. `Het punt` and `Conclusie`
 * are neither.
 *
 * Returns: whether @label can only be a speaker
 */
gboolean
vsl_speaker_label_is_certain (const char *label)
{
  g_autofree char *name = NULL;
  g_autoptr(VslPerson) person = NULL;
  g_auto(GStrv) given = NULL;

  g_return_val_if_fail (label != NULL, FALSE);

  if (has_opening (label) || g_str_has_prefix (label, "SPEAKER") || g_str_has_prefix (label, "speaker"))
    return TRUE;

  name = vsl_speaker_label_clean (label);
  person = vsl_person_new_from_text (name);
  given = g_strsplit (vsl_person_get_given (person), " ", -1);
  for (guint i = 0; given[i] != NULL; i++)
    {
      if (!g_unichar_isupper (g_utf8_get_char (given[i])))
        return FALSE;
    }

  return given[0] != NULL &&
         g_unichar_isupper (g_utf8_get_char (vsl_person_get_family (person)));
}

/**
 * vsl_speaker_label_clean:
 * @label: the label of a speaker as a meeting program wrote it
 *
 * Takes away what programs and people add to a name: `Iris Blok | Gemeente`, `Iris Blok - Gemeente`,
 * `Iris Blok (Gast)`, `Iris Blok @Gemeente`, `de heer`, `mevrouw`.
 *
 * Returns: (transfer full): the name
 */
char *
vsl_speaker_label_clean (const char *label)
{
  static const char *const separators[] = { " | ", "|", " - ", " – ", " (", " @", " [" };
  static const char *const address[] = { "De heer ", "de heer ", "Mevrouw ", "mevrouw ",
                                         "Mr ", "Mr. ", "Mrs ", "Mrs. ", "Ms ", "Ms. " };
  g_autofree char *name = NULL;
  guint i;

  g_return_val_if_fail (label != NULL, NULL);

  name = vsl_text_collapse_spaces (label);
  for (i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      char *at = strstr (name, separators[i]);

      if (at != NULL && at > name)
        *at = '\0';
    }
  for (i = 0; i < G_N_ELEMENTS (address); i++)
    {
      if (g_str_has_prefix (name, address[i]) && name[strlen (address[i])] != '\0')
        return vsl_text_collapse_spaces (name + strlen (address[i]));
    }

  return vsl_text_collapse_spaces (name);
}
