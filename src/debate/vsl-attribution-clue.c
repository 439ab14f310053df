/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-debate"

#include "debate/vsl-attribution-private.h"

#include "debate/vsl-speech-verbs.h"

#include <string.h>

/* What a stretch of text says of who speaks: the names in it, and the verbs of saying next to them. */

/* A participant who stands next to a verb of saying. */
typedef struct
{
  const VslAttributionName *name;
  const char *at;
  gsize length;
} Candidate;

/**
 * vsl_attributor_blank_quotations:
 * @self: the attributor
 * @start: where to start, in bytes
 * @end: where to end, in bytes
 *
 * Returns: (transfer full): the text between, with what is quoted in it blanked out, so that places
 *   stay
 */
char *
vsl_attributor_blank_quotations (VslAttributor *self,
                                 gsize          start,
                                 gsize          end)
{
  char *out = g_strndup (self->text + start, end - start);
  guint i;

  for (i = 0; i < self->quoted->len; i++)
    {
      const VslQuotedSpan *span = &g_array_index (self->quoted, VslQuotedSpan, i);
      gsize from = MAX (span->outer.start, start);
      gsize to = MIN (span->outer.end, end);

      /* A control character, so that words on either side do not become neighbours. */
      if (from < to)
        memset (out + from - start, '\x01', to - from);
    }

  return out;
}

static gboolean
is_word_at (const char *text,
            const char *at,
            gsize       length)
{
  gunichar before = at > text ? g_utf8_get_char (g_utf8_prev_char (at)) : 0;
  gunichar after = g_utf8_get_char (at + length);

  return !g_unichar_isalnum (before) && before != '-' && !g_unichar_isalnum (after) && after != '-';
}

/* Length in bytes of @name where it stands at @text, whichever apostrophe either has, 0 if it does
 * not. */
static gsize
measure_name (const char *text,
              const char *name)
{
  const char *p = text;

  while (*name != '\0')
    {
      gunichar wanted = g_utf8_get_char (name);
      gunichar found = g_utf8_get_char (p);

      if (wanted != found &&
          !((wanted == '\'' || wanted == 0x2019) && (found == '\'' || found == 0x2019)))
        return 0;
      name = g_utf8_next_char (name);
      p = g_utf8_next_char (p);
    }

  return p - text;
}

/* Where @name first stands in @text as a whole name. */
static const char *
find_name (const char *text,
           const char *name,
           gsize      *length)
{
  gboolean apostrophe = *name == '\'' || g_str_has_prefix (name, "’");
  char first[7] = { 0 };
  const char *at;

  if (*name == '\0')
    return NULL;

  g_unichar_to_utf8 (g_utf8_get_char (name), first);
  for (at = apostrophe ? strpbrk (text, "'\xE2") : strstr (text, first); at != NULL;
       at = apostrophe ? strpbrk (at + 1, "'\xE2") : strstr (at + 1, first))
    {
      *length = measure_name (at, name);
      if (*length > 0 && is_word_at (text, at, *length))
        return at;
    }

  return NULL;
}

static const char *
find_person (const char               *text,
             const VslAttributionName *name,
             gsize                    *length)
{
  const char *forms[] = { name->full, name->last, name->bare };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      const char *at = find_name (text, forms[i], length);

      if (at != NULL)
        return at;
    }

  return NULL;
}

static gboolean
is_name_word (const char *word)
{
  static const char *const links[] = { "van", "de", "den", "der", "het", "’t", "'t", "ten", "ter",
                                       "von", "du", "la", "le", "el", "al", NULL };

  return g_unichar_isupper (g_utf8_get_char (word)) || g_strv_contains (links, word);
}

/* Somebody who is no participant: two or more words with a capital next to a verb of saying. */
static char *
find_other (char  **words,
            guint   verb)
{
  g_autoptr(GString) name = g_string_new (NULL);
  guint n_capitals = 0;
  guint i;

  for (i = verb + 1; words[i] != NULL && is_name_word (words[i]); i++)
    {
      gsize length = strlen (words[i]);
      gboolean last = strchr (".,;:!?", words[i][length - 1]) != NULL;

      if (name->len > 0)
        g_string_append_c (name, ' ');
      g_string_append_len (name, words[i], length - (last ? 1 : 0));
      n_capitals += g_unichar_isupper (g_utf8_get_char (words[i]));
      if (last)
        break;
    }

  return n_capitals >= 2 ? g_string_free (g_steal_pointer (&name), FALSE) : NULL;
}

/* The same where the name stands before the verb: Karel Jansen zegt. A sentence may well open with a
 * word of its own. */
static char *
find_other_before (char  **words,
                   guint   verb)
{
  static const char *const openings[] = { "Maar", "Ook", "Dus", "En", "Want", "Toch", "Daarop", "Daarna",
                                          "Toen", "Nu", "Later", "But", "And", "So", "Then", "Now",
                                          "Also", "Yet", "When", "As", NULL };
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) name = NULL;
  guint n_capitals = 0, first = verb;

  while (first > 0 && is_name_word (words[first - 1]) &&
         strpbrk (words[first - 1], ".,;:!?()") == NULL)
    n_capitals += g_unichar_isupper (g_utf8_get_char (words[--first]));
  if (first < verb && g_strv_contains (openings, words[first]))
    {
      n_capitals--;
      first++;
    }
  if (n_capitals < 2)
    return NULL;
  while (first < verb)
    g_strv_builder_add (builder, words[first++]);
  name = g_strv_builder_end (builder);

  return g_strjoinv (" ", name);
}

static void
read_words (const char *text,
            VslClue    *clue)
{
  g_auto(GStrv) words = g_strsplit_set (text, " \n\t\x01", -1);
  guint i;

  for (i = 0; words[i] != NULL; i++)
    {
      g_autofree char *lower = g_utf8_strdown (words[i], -1);

      g_strdelimit (lower, ".,;:!?()", ' ');
      g_strstrip (lower);
      if (vsl_speech_verbs_contain (lower))
        {
          clue->verb = TRUE;
          if (clue->other == NULL && words[i + 1] != NULL)
            clue->other = find_other (words, i);
          if (clue->other == NULL)
            clue->other = find_other_before (words, i);
        }
      else if (vsl_speech_verbs_is_pronoun (lower))
        {
          clue->pronoun = TRUE;
        }
    }
}

/* Words before a name that make it the person who is spoken to or about. */
static gboolean
is_object_word (const char *word)
{
  static const char *const words[] = { "tegen", "aan", "met", "over", "voor", "van", "naar", "to",
                                       "with", "about", "of", "for", "from", "against", NULL };

  return g_strv_contains (words, word);
}

/* Whether the word before @at, or the word behind @at + @length, is a verb of saying. */
static gboolean
stands_by_verb (const char *text,
                const char *at,
                gsize       length)
{
  g_autofree char *before = g_strndup (text, at - text);
  g_auto(GStrv) words_before = NULL;
  g_auto(GStrv) words_after = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  guint n_before;

  g_strdelimit (before, "\n\t,:\x01", ' ');
  g_strchomp (before);
  words_before = g_strsplit (before, " ", -1);
  n_before = g_strv_length (words_before);
  words_after = g_strsplit_set (at + length, " \n\t,.:", 3);
  first = n_before > 0 ? g_utf8_strdown (words_before[n_before - 1], -1) : g_strdup ("");
  second = words_after[0] != NULL && words_after[1] != NULL ? g_utf8_strdown (words_after[1], -1)
                                                            : g_strdup ("");

  if (is_object_word (first))
    return FALSE;

  return vsl_speech_verbs_contain (first) || vsl_speech_verbs_contain (second) ||
         at[length] == ':';
}

/* By the first name alone only somebody who speaks is named: Roos and Jan may be anything else. */
static const char *
find_given_name (const char               *text,
                 const VslAttributionName *name,
                 gsize                    *length)
{
  const char *at =
    !name->shared && strlen (name->given) > 2 ? find_name (text, name->given, length) : NULL;

  if (at == NULL)
    return NULL;

  return stands_by_verb (text, at, *length) ? at : NULL;
}

/* `Blok told Winter`: who stands before the verb speaks, to the other. */
static gboolean
is_told_by (const Candidate *candidate,
            const Candidate *other)
{
  const char *between = other->at + other->length;
  g_autofree char *words = NULL;
  g_autofree char *lower = NULL;

  if (between >= candidate->at)
    return FALSE;
  words = g_strndup (between, candidate->at - between);
  lower = g_utf8_strdown (words, -1);
  g_strstrip (lower);

  return vsl_speech_verbs_contain (lower);
}

static gsize
measure_distance (const Candidate *candidate,
                  const char      *passage,
                  gsize            length)
{
  if (candidate->at < passage)
    return passage - (candidate->at + candidate->length);

  return candidate->at > passage + length ? (gsize) (candidate->at - (passage + length)) : 0;
}

/* Of those who stand next to a verb, the one who stands nearest to the passage. */
static const char *
choose_candidate (GArray     *candidates,
                  const char *passage,
                  gsize       length)
{
  const char *chosen = NULL;
  gsize least = G_MAXSIZE;
  guint i, j, n_left = 0;

  for (i = 0; i < candidates->len; i++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);
      gboolean told = FALSE;
      gsize distance = 0;

      for (j = 0; j < candidates->len; j++)
        told = told || is_told_by (candidate, &g_array_index (candidates, Candidate, j));
      if (told)
        continue;
      n_left++;
      if (passage != NULL)
        distance = measure_distance (candidate, passage, length);
      /* Two of one surname stand at the same place: then nobody is meant for certain. */
      if (distance == least)
        chosen = NULL;
      if (distance < least)
        {
          least = distance;
          chosen = candidate->name->full;
        }
    }

  return passage != NULL || n_left == 1 ? chosen : NULL;
}

/* “…”, zegt de wethouder: where one participant is an alderman. */
static const char *
find_role (VslAttributor *self,
           const char    *text)
{
  static const char *const articles[] = { "de ", "De ", "the ", "The " };
  guint i, j;

  for (i = 0; i < self->names->len; i++)
    {
      const VslAttributionName *name = g_ptr_array_index (self->names, i);

      for (j = 0; *name->role != '\0' && !name->shared_role && j < G_N_ELEMENTS (articles); j++)
        {
          g_autofree char *phrase = g_strconcat (articles[j], name->role, NULL);
          gsize length;
          const char *at = find_name (text, phrase, &length);

          if (at != NULL && stands_by_verb (text, at, length))
            return name->full;
        }
    }

  return NULL;
}

/**
 * vsl_attributor_read_clue:
 * @self: the attributor
 * @start: where to start, in bytes
 * @end: where to end, in bytes
 * @span: (nullable): the passage that is asked about, when it stands there too
 * @clue: (out caller-allocates): what the text between says, outside quotations; @clue->other is to be
 *   freed
 *
 * Reads who is named in a stretch of text, and who of them speaks.
 */
void
vsl_attributor_read_clue (VslAttributor       *self,
                          gsize                start,
                          gsize                end,
                          const VslQuotedSpan *span,
                          VslClue             *clue)
{
  g_autofree char *text = vsl_attributor_blank_quotations (self, start, end);
  g_autoptr(GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  const char *by_verb;
  guint i;

  *clue = (VslClue) { 0 };
  for (i = 0; i < self->names->len; i++)
    {
      const VslAttributionName *name = g_ptr_array_index (self->names, i);
      gsize length = 0;
      const char *at = find_person (text, name, &length);

      if (at == NULL)
        at = find_given_name (text, name, &length);
      if (at == NULL)
        continue;
      clue->n_named++;
      clue->named = name->full;
      if (stands_by_verb (text, at, length))
        g_array_append_val (candidates, ((Candidate) { name, at, length }));
    }
  by_verb = choose_candidate (candidates, span != NULL ? text + span->outer.start - start : NULL,
                              span != NULL ? span->outer.end - span->outer.start : 0);
  if (by_verb != NULL)
    clue->named = by_verb;
  else if (clue->n_named > 1)
    clue->named = NULL;
  else if (clue->n_named == 0)
    {
      clue->named = find_role (self, text);
      clue->weak = clue->named != NULL;
    }

  read_words (text, clue);
}

/**
 * vsl_attributor_find_antecedent:
 * @self: the attributor
 * @paragraph: where the paragraph starts, in bytes
 * @end: where the pronoun stands, in bytes
 *
 * Tells whom a pronoun means: the participant who was named last in its paragraph, outside
 * quotations, else whoever spoke last.
 *
 * Returns: (transfer none) (nullable): the name of that participant
 */
const char *
vsl_attributor_find_antecedent (VslAttributor *self,
                                gsize          paragraph,
                                gsize          end)
{
  g_autofree char *text = vsl_attributor_blank_quotations (self, paragraph, end);
  const char *antecedent = self->last_speaker;
  const char *last = NULL;
  guint i;

  for (i = 0; i < self->names->len; i++)
    {
      const VslAttributionName *name = g_ptr_array_index (self->names, i);
      gsize length = 0;
      const char *at = text;

      while ((at = find_person (at, name, &length)) != NULL)
        {
          if (last == NULL || at > last)
            {
              last = at;
              antecedent = name->full;
            }
          at += length;
        }
    }

  return antecedent;
}
