/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-debate"

#include "debate/vsl-own-passages.h"

#include "core/vsl-sentences.h"
#include "core/vsl-text.h"
#include "debate/vsl-cast.h"
#include "debate/vsl-quoted-paragraphs.h"
#include "debate/vsl-speech-verbs.h"

#include <string.h>

/* In the place of words that are not for this reader. */
#define LEFT_OUT "[…]"

struct _VslOwnPassages
{
  GPtrArray *paragraphs; /* (owned) of VslQuotedParagraph, as a reader meets them */
  VslCast *cast;         /* (owned) */
};

/* Whose eyes a text is for. */
typedef struct
{
  const char *name; /* whole */
  VslCast *cast;    /* (unowned) */
  int person;       /* in the cast */
} Reader;

static gboolean
is_own (const VslQuoted *quoted,
        const Reader *reader)
{
  return g_strcmp0 (quoted->speaker, reader->name) == 0;
}

/* The text of a sentence, without what others are quoted with in it. */
static char *
leave_out_quoted (const VslQuotedParagraph   *paragraph,
                  const VslByteSpan *sentence,
                  const Reader      *reader)
{
  g_autoptr(GString) text = g_string_new (NULL);
  gsize at = sentence->start;
  guint i;

  for (i = 0; i < paragraph->quoted->len; i++)
    {
      const VslQuoted *quoted = &g_array_index (paragraph->quoted, VslQuoted, i);
      gsize from = MAX (quoted->span.start, at);
      gsize to = MIN (quoted->span.end, sentence->end);

      if (is_own (quoted, reader) || from >= to)
        continue;
      g_string_append_len (text, paragraph->text + at, (gssize) (from - at));
      g_string_append (text, LEFT_OUT);
      at = to;
    }
  g_string_append_len (text, paragraph->text + at, (gssize) (sentence->end - at));

  return vsl_text_collapse_spaces (text->str);
}

/* Whether the words of @text hold one for which @is_such. */
static gboolean
holds_word (const char *text,
            gboolean  (*is_such) (const char *word))
{
  g_autofree char *lower = g_utf8_strdown (text, -1);
  g_auto(GStrv) words = g_strsplit_set (lower, " ,.;:!?()", -1);
  guint i;

  for (i = 0; words[i] != NULL; i++)
    {
      if (is_such (words[i]))
        return TRUE;
    }

  return FALSE;
}

/* The first word at @text that is set against the clause before it: behind a comma it begins a clause
 * of its own. */
static gboolean
begins_clause (const char *text)
{
  static const char *const joints[] = { "terwijl ", "maar ", "waarop ", "waarna ", "en volgens ",
                                        "while ", "but ", "whereas ", "and according to ",
                                        "whereupon " };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (joints); i++)
    {
      if (g_str_has_prefix (text, joints[i]))
        return TRUE;
    }

  return FALSE;
}

/* What is behind `, terwijl`, or said behind `; `, as far as it is about others and not about the reader. */
static char *
leave_out_clauses (char         *text,
                   const Reader *reader)
{
  g_autofree char *owned = text;
  const char *at;

  for (at = strpbrk (text, ",;"); at != NULL; at = strpbrk (at + 1, ",;"))
    {
      const char *clause = at + 1 + strspn (at + 1, " ");
      gsize length = strlen (text);
      gboolean stopped = length > 0 && strchr (".!?", text[length - 1]) != NULL;

      if (!(begins_clause (clause) ||
            (*at == ';' && holds_word (clause, vsl_speech_verbs_contain))) ||
          vsl_cast_names (reader->cast, reader->person, clause) || strchr (clause, ']') != NULL ||
          strpbrk (clause, "\"") != NULL || strstr (clause, "”") != NULL ||
          strstr (clause, "’") != NULL ||
          !vsl_cast_names_other (reader->cast, reader->person, clause))
        continue;

      return g_strdup_printf ("%.*s%c %s%s", (int) (at - text), text, *at, LEFT_OUT,
                              stopped ? text + length - 1 : "");
    }

  return g_steal_pointer (&owned);
}

static char *
dup_for_reader (const VslQuotedParagraph   *paragraph,
                const VslByteSpan *sentence,
                const Reader      *reader)
{
  return leave_out_clauses (leave_out_quoted (paragraph, sentence, reader), reader);
}

typedef enum
{
  SENTENCE_OWN,        /* they speak or are spoken of */
  SENTENCE_PARAPHRASE, /* they are spoken of by a pronoun */
  SENTENCE_CONTEXT,    /* about nobody else, and safe beside one of theirs */
  SENTENCE_FOREIGN     /* about somebody else, or perhaps so */
} SentenceKind;

/* Who speaks in the part of a paragraph that is a sentence: a person; %VSL_CAST_SEVERAL for several, or
 * somebody who is none of them; %VSL_CAST_NOBODY when nothing is quoted. */
static int
find_speaker (const VslQuotedParagraph   *paragraph,
              const VslByteSpan *sentence,
              const Reader      *reader)
{
  int speaker = VSL_CAST_NOBODY;
  guint i;

  for (i = 0; i < paragraph->quoted->len; i++)
    {
      const VslQuoted *quoted = &g_array_index (paragraph->quoted, VslQuoted, i);
      int person;

      if (quoted->span.start >= sentence->end || quoted->span.end <= sentence->start)
        continue;
      person = quoted->speaker != NULL ? vsl_cast_find (reader->cast, quoted->speaker)
                                       : VSL_CAST_SEVERAL;
      speaker = speaker == VSL_CAST_NOBODY || speaker == person ? person : VSL_CAST_SEVERAL;
    }

  return speaker;
}

static gboolean
says_own (const VslQuotedParagraph   *paragraph,
          const VslByteSpan *sentence,
          const Reader      *reader)
{
  guint i;

  for (i = 0; i < paragraph->quoted->len; i++)
    {
      const VslQuoted *quoted = &g_array_index (paragraph->quoted, VslQuoted, i);

      if (quoted->span.start < sentence->end && quoted->span.end > sentence->start &&
          is_own (quoted, reader))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_possessive (const char *word)
{
  static const char *const possessives[] = { "haar", "her", "hers", "his", "hem", "him", NULL };

  return g_strv_contains (possessives, word) || vsl_speech_verbs_is_pronoun (word);
}

/* A sentence in which nobody is named. Somebody is meant by a pronoun or said to say something: that is
 * who was spoken of last, so it is theirs only when that was the reader for certain. */
static SentenceKind
judge_nameless (const char   *text,
                const Reader *reader,
                int           topic)
{
  if (vsl_cast_describes_other (reader->cast, reader->person, text))
    return SENTENCE_FOREIGN;
  if (topic == reader->person)
    return holds_word (text, is_possessive) ||
           vsl_cast_describes (reader->cast, reader->person, text) ? SENTENCE_PARAPHRASE
           : holds_word (text, vsl_speech_verbs_contain) ? SENTENCE_FOREIGN : SENTENCE_CONTEXT;

  return topic == VSL_CAST_NOBODY && !holds_word (text, is_possessive) ? SENTENCE_CONTEXT
                                                                       : SENTENCE_FOREIGN;
}

/* @topic: who was spoken of last, which is changed by what this sentence is about */
static SentenceKind
judge_sentence (const VslQuotedParagraph   *paragraph,
                const VslByteSpan *sentence,
                const Reader      *reader,
                int               *topic)
{
  g_autofree char *text = leave_out_quoted (paragraph, sentence, reader);
  int before = *topic;
  int speaker = find_speaker (paragraph, sentence, reader);
  int named = vsl_cast_find_named (reader->cast, text);

  if (named != VSL_CAST_NOBODY)
    *topic = named;
  else if (speaker != VSL_CAST_NOBODY)
    *topic = speaker;

  if (says_own (paragraph, sentence, reader) ||
      vsl_cast_names (reader->cast, reader->person, text))
    return SENTENCE_OWN;
  if (speaker != VSL_CAST_NOBODY || vsl_cast_names_other (reader->cast, reader->person, text))
    return SENTENCE_FOREIGN;
  if (vsl_cast_names_all (reader->cast, reader->person, text))
    {
      *topic = VSL_CAST_SEVERAL;
      return SENTENCE_OWN;
    }

  return judge_nameless (text, reader, before);
}

/* Context is shown only beside a sentence in which they are quoted or named. */
static gboolean
is_shown (const SentenceKind *kinds,
          guint               n_kinds,
          guint               i)
{
  gboolean beside = (i > 0 && kinds[i - 1] == SENTENCE_OWN) ||
                    (i + 1 < n_kinds && kinds[i + 1] == SENTENCE_OWN);

  return kinds[i] == SENTENCE_OWN || kinds[i] == SENTENCE_PARAPHRASE ||
         (kinds[i] == SENTENCE_CONTEXT && beside);
}

/* Sentences beside each other are one passage. */
static void
find_in_paragraph (const VslQuotedParagraph *paragraph,
                   const Reader    *reader,
                   int             *topic,
                   GPtrArray       *passages)
{
  g_autoptr(GArray) sentences =
    vsl_sentences_split (paragraph->text, 0, strlen (paragraph->text));
  g_autofree SentenceKind *kinds = g_new (SentenceKind, sentences->len + 1);
  g_autoptr(GString) run = g_string_new (NULL);
  guint i;

  for (i = 0; i < sentences->len; i++)
    kinds[i] = judge_sentence (paragraph, &g_array_index (sentences, VslByteSpan, i), reader, topic);

  for (i = 0; i < sentences->len; i++)
    {
      if (is_shown (kinds, sentences->len, i))
        {
          g_autofree char *text =
            dup_for_reader (paragraph, &g_array_index (sentences, VslByteSpan, i), reader);

          g_string_append_printf (run, "%s%s", run->len > 0 ? " " : "", text);
        }
      else if (run->len > 0)
        {
          g_ptr_array_add (passages, vsl_review_passage_new (paragraph->place, run->str));
          g_string_truncate (run, 0);
        }
    }
  if (run->len > 0)
    g_ptr_array_add (passages, vsl_review_passage_new (paragraph->place, run->str));
}

/* A headline or pull quote is shown as a whole or not at all. */
static void
find_in_line (const VslQuotedParagraph *paragraph,
              const Reader    *reader,
              GPtrArray       *passages)
{
  VslByteSpan whole = { 0, strlen (paragraph->text) };
  int nobody = VSL_CAST_NOBODY;
  g_autofree char *text = NULL;

  if (paragraph->place == VSL_REVIEW_PLACE_STREAMER)
    {
      if (paragraph->attribution == NULL ||
          !vsl_cast_names (reader->cast, reader->person, paragraph->attribution))
        return;
      text = vsl_text_collapse_spaces (paragraph->text);
    }
  else
    {
      if (judge_sentence (paragraph, &whole, reader, &nobody) != SENTENCE_OWN)
        return;
      text = dup_for_reader (paragraph, &whole, reader);
    }

  g_ptr_array_add (passages, vsl_review_passage_new (paragraph->place, text));
}

/**
 * vsl_own_passages_new:
 * @article: an article
 *
 * Reads all quotations of the article and says of each whose it is. Any thread.
 *
 * Returns: (transfer full): what is found in it
 */
VslOwnPassages *
vsl_own_passages_new (VslArticle *article)
{
  VslOwnPassages *self;

  g_return_val_if_fail (VSL_IS_ARTICLE (article), NULL);

  self = g_new0 (VslOwnPassages, 1);
  self->paragraphs = vsl_quoted_paragraphs_read (article);
  self->cast = vsl_cast_new (article);

  return self;
}

/**
 * vsl_own_passages_free:
 * @self: (transfer full): what was found
 *
 * Frees it.
 */
void
vsl_own_passages_free (VslOwnPassages *self)
{
  g_ptr_array_unref (self->paragraphs);
  vsl_cast_free (self->cast);
  g_free (self);
}

/**
 * vsl_own_passages_find:
 * @self: what is found in an article
 * @name: the whole name of a participant
 *
 * The sentences in which the participant is quoted or spoken of, by name or, where it can be nobody
 * else, by a pronoun; those about all participants; and the headline and pull quotes that are theirs. A
 * sentence beside them that is about nobody is shown with them. What others are quoted with is left out,
 * and so is what may be about somebody else: whoever is not sure cuts.
 *
 * Returns: (transfer full) (element-type VslReviewPassage): the passages, as a reader meets them
 */
GPtrArray *
vsl_own_passages_find (VslOwnPassages *self,
                       const char     *name)
{
  GPtrArray *passages = vsl_review_passages_new ();
  Reader reader = { name, NULL, 0 };
  int topic = VSL_CAST_NOBODY;
  guint i;

  g_return_val_if_fail (self != NULL && name != NULL, passages);

  reader.cast = self->cast;
  reader.person = vsl_cast_find (self->cast, name);
  for (i = 0; i < self->paragraphs->len; i++)
    {
      const VslQuotedParagraph *paragraph = g_ptr_array_index (self->paragraphs, i);

      if (paragraph->place == VSL_REVIEW_PLACE_LEAD || paragraph->place == VSL_REVIEW_PLACE_BODY)
        find_in_paragraph (paragraph, &reader, &topic, passages);
      else
        find_in_line (paragraph, &reader, passages);
    }

  return passages;
}
