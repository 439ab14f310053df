/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-debate"

#include "debate/vsl-attribution.h"

#include "core/vsl-text.h"
#include "debate/vsl-speech-verbs.h"

#include <string.h>

/*
 * Attribution, by the order in which Dutch and English reports do it: in the sentence of the
 * quotation, in the sentence before it, in the sentence after it, or not at all. Only what stands
 * outside quotation marks can attribute.
 */

typedef struct
{
  char *full; /* (owned) */
  char *last; /* (owned) as at a later mention */
  char *bare; /* (owned) with its prefix small: den Hollander */
  char *given; /* (owned) */
  gboolean shared; /* several participants have that first name */
} Name;

struct _VslAttributor
{
  char *text;         /* (owned) */
  GArray *quoted;     /* (owned) of VslQuotedSpan */
  GPtrArray *names;   /* (owned) of Name */
  char *last_speaker; /* (owned) (nullable) */
};

/* What a stretch of text outside quotations says of who speaks. */
typedef struct
{
  const char *named;  /* (nullable) the only participant named, or the one next to a verb */
  char *other;        /* (owned) (nullable) somebody else named next to a verb of saying */
  guint n_named;      /* different participants */
  gboolean verb;
  gboolean pronoun;
} Clue;

static void
name_free (gpointer data)
{
  Name *name = data;

  g_free (name->full);
  g_free (name->last);
  g_free (name->bare);
  g_free (name->given);
  g_free (name);
}

/* A first name alone says who it is only where nobody else has it. */
static void
note_shared_name (GPtrArray *names,
                  Name      *name)
{
  guint i;

  for (i = 0; i < names->len; i++)
    {
      Name *other = g_ptr_array_index (names, i);

      if (!g_str_equal (other->given, name->given))
        continue;
      other->shared = TRUE;
      name->shared = TRUE;
    }
}

/**
 * vsl_attributor_new:
 * @text: a text
 * @quoted: (transfer none): its passages between marks, from vsl_quotation_marks_scan()
 * @participants: (nullable): a model of #VslParticipant
 *
 * Returns: (transfer full): a new attributor
 */
VslAttributor *
vsl_attributor_new (const char *text,
                    GArray     *quoted,
                    GListModel *participants)
{
  VslAttributor *self = g_new0 (VslAttributor, 1);
  guint i;

  self->text = g_strdup (text);
  self->quoted = g_array_ref (quoted);
  self->names = g_ptr_array_new_with_free_func (name_free);
  for (i = 0; participants != NULL && i < g_list_model_get_n_items (participants); i++)
    {
      g_autoptr(VslParticipant) participant = g_list_model_get_item (participants, i);
      VslPerson *person = vsl_participant_get_person (participant);
      Name *name = g_new0 (Name, 1);

      name->full = vsl_person_dup_full_name (person);
      name->last = vsl_person_dup_last_name (person);
      name->bare = g_strjoin (*vsl_person_get_prefix (person) != '\0' ? " " : "",
                              vsl_person_get_prefix (person), vsl_person_get_family (person), NULL);
      name->given = g_strdup (vsl_person_get_given (person));
      note_shared_name (self->names, name);
      g_ptr_array_add (self->names, name);
    }

  return self;
}

/**
 * vsl_attributor_free:
 * @self: (transfer full): the attributor
 *
 * Frees it.
 */
void
vsl_attributor_free (VslAttributor *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->text);
  g_array_unref (self->quoted);
  g_ptr_array_unref (self->names);
  g_free (self->last_speaker);
  g_free (self);
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

/* Where @name first stands in @text as a whole name. */
static const char *
find_name (const char *text,
           const char *name)
{
  const char *at;

  if (*name == '\0')
    return NULL;

  for (at = strstr (text, name); at != NULL; at = strstr (at + 1, name))
    {
      if (is_word_at (text, at, strlen (name)))
        return at;
    }

  return NULL;
}

static const char *
find_person (const char *text,
             const Name *name,
             gsize      *length)
{
  const char *forms[] = { name->full, name->last, name->bare };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      const char *at = find_name (text, forms[i]);

      if (at != NULL)
        {
          *length = strlen (forms[i]);
          return at;
        }
    }

  return NULL;
}

/* The text of [start, end) with what is quoted in it blanked out, so that places stay. */
static char *
blank_quotations (VslAttributor *self,
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

static void
read_words (const char *text,
            Clue       *clue)
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
find_given_name (const char *text,
                 const Name *name,
                 gsize      *length)
{
  const char *at = !name->shared && strlen (name->given) > 2 ? find_name (text, name->given) : NULL;

  if (at == NULL)
    return NULL;
  *length = strlen (name->given);

  return stands_by_verb (text, at, *length) ? at : NULL;
}

static void
read_clue (VslAttributor *self,
           gsize          start,
           gsize          end,
           Clue          *clue)
{
  g_autofree char *text = blank_quotations (self, start, end);
  const char *by_verb = NULL;
  guint n_by_verb = 0;
  guint i;

  *clue = (Clue) { 0 };
  for (i = 0; i < self->names->len; i++)
    {
      const Name *name = g_ptr_array_index (self->names, i);
      gsize length = 0;
      const char *at = find_person (text, name, &length);

      if (at == NULL)
        at = find_given_name (text, name, &length);
      if (at == NULL)
        continue;
      clue->n_named++;
      clue->named = name->full;
      if (stands_by_verb (text, at, length))
        {
          n_by_verb++;
          by_verb = name->full;
        }
    }
  if (n_by_verb == 1)
    clue->named = by_verb;
  else if (clue->n_named > 1)
    clue->named = NULL;

  read_words (text, clue);
}

static gboolean
has_words (VslAttributor *self,
           gsize          start,
           gsize          end)
{
  g_autofree char *text = blank_quotations (self, start, end);

  return vsl_text_count_words (text) > 0;
}

/* Who a pronoun at @end means: the participant who was named last in its paragraph, outside
 * quotations, else whoever spoke last. */
static const char *
find_antecedent (VslAttributor *self,
                 gsize          paragraph,
                 gsize          end)
{
  g_autofree char *text = blank_quotations (self, paragraph, end);
  const char *antecedent = self->last_speaker;
  const char *last = NULL;
  guint i;

  for (i = 0; i < self->names->len; i++)
    {
      const Name *name = g_ptr_array_index (self->names, i);
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

/* Takes what a clue says. */
static gboolean
accept (VslAttributor  *self,
        Clue           *clue,
        const char     *antecedent,
        VslAttribution  place,
        VslAttributed  *attributed)
{
  if (clue->named != NULL)
    attributed->speaker = g_strdup (clue->named);
  else if (clue->other != NULL && clue->n_named == 0)
    attributed->speaker = g_steal_pointer (&clue->other);
  else if (clue->pronoun && clue->n_named == 0 && antecedent != NULL)
    {
      attributed->speaker = g_strdup (antecedent);
      attributed->weak = TRUE;
    }
  else
    return FALSE;

  attributed->place = place;
  return TRUE;
}

static gboolean
try_sentence (VslAttributor  *self,
              gsize           paragraph,
              gsize           start,
              gsize           end,
              VslAttribution  place,
              VslAttributed  *attributed)
{
  Clue clue;
  gboolean found;

  read_clue (self, start, end, &clue);
  /* Behind a quotation a name alone may be the start of something else. */
  found = (place != VSL_ATTRIBUTION_AFTER || (clue.verb && clue.n_named <= 1)) &&
          accept (self, &clue,
                  clue.pronoun ? find_antecedent (self, paragraph, start) : NULL, place,
                  attributed);
  g_free (clue.other);

  return found;
}

/* The paragraph around a passage. */
static VslByteSpan
find_paragraph (VslAttributor       *self,
                const VslQuotedSpan *span)
{
  gsize start = span->outer.start;
  const char *end = strstr (self->text + span->outer.end, "\n\n");

  while (start > 0 && !(start >= 2 && strncmp (self->text + start - 2, "\n\n", 2) == 0))
    start--;

  return (VslByteSpan) { start,
                         end != NULL ? (gsize) (end - self->text) : strlen (self->text) };
}

static gboolean
holds_quotation (VslAttributor     *self,
                 const VslByteSpan *sentence)
{
  guint i;

  for (i = 0; i < self->quoted->len; i++)
    {
      const VslQuotedSpan *span = &g_array_index (self->quoted, VslQuotedSpan, i);

      if (span->outer.start < sentence->end && span->outer.end > sentence->start)
        return TRUE;
    }

  return FALSE;
}

/* The first and the last sentence that the passage is part of. */
static void
find_sentences (GArray              *sentences,
                const VslQuotedSpan *span,
                guint               *first,
                guint               *last)
{
  guint i;

  *first = *last = 0;
  for (i = 0; i < sentences->len; i++)
    {
      const VslByteSpan *sentence = &g_array_index (sentences, VslByteSpan, i);

      if (sentence->start <= span->outer.start)
        *first = i;
      if (sentence->start < span->outer.end)
        *last = i;
    }
}

static gboolean
attribute (VslAttributor       *self,
           const VslQuotedSpan *span,
           VslAttributed       *attributed)
{
  VslByteSpan paragraph = find_paragraph (self, span);
  g_autoptr(GArray) sentences =
    vsl_sentences_split (self->text, paragraph.start, paragraph.end);
  const VslByteSpan *sentence;
  guint first, last;
  gsize start, end;

  if (sentences->len == 0)
    return FALSE;
  find_sentences (sentences, span, &first, &last);
  start = g_array_index (sentences, VslByteSpan, first).start;
  end = g_array_index (sentences, VslByteSpan, last).end;

  if (has_words (self, start, end) &&
      try_sentence (self, paragraph.start, start, end, VSL_ATTRIBUTION_SAME_SENTENCE, attributed))
    return TRUE;

  if (first > 0)
    {
      sentence = &g_array_index (sentences, VslByteSpan, first - 1);
      if (try_sentence (self, paragraph.start, sentence->start, sentence->end,
                        VSL_ATTRIBUTION_BEFORE, attributed))
        return TRUE;
      /* A quotation that follows on a quotation goes on with the same speaker. */
      if (!has_words (self, sentence->start, sentence->end) && self->last_speaker != NULL)
        {
          attributed->speaker = g_strdup (self->last_speaker);
          attributed->place = VSL_ATTRIBUTION_BEFORE;
          return TRUE;
        }
    }

  if (last + 1 < sentences->len)
    {
      sentence = &g_array_index (sentences, VslByteSpan, last + 1);
      if (!holds_quotation (self, sentence) &&
          try_sentence (self, paragraph.start, sentence->start, sentence->end,
                        VSL_ATTRIBUTION_AFTER, attributed))
        return TRUE;
    }

  return FALSE;
}

/**
 * vsl_attributor_ask:
 * @self: the attributor
 * @index: the number of a passage; to be asked in the order of the text
 * @attributed: (out caller-allocates): who is said to have said it; its speaker is to be freed
 *
 * Tells who speaks in a passage, as far as the text says so.
 */
void
vsl_attributor_ask (VslAttributor *self,
                    guint          index,
                    VslAttributed *attributed)
{
  g_return_if_fail (self != NULL && attributed != NULL);
  g_return_if_fail (index < self->quoted->len);

  *attributed = (VslAttributed) { NULL, VSL_ATTRIBUTION_NONE, FALSE };
  if (attribute (self, &g_array_index (self->quoted, VslQuotedSpan, index), attributed))
    {
      g_free (self->last_speaker);
      self->last_speaker = g_strdup (attributed->speaker);
    }
}
