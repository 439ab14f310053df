/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-debate"

#include "debate/vsl-own-passages.h"

#include "core/vsl-quotation.h"
#include "core/vsl-sentences.h"
#include "core/vsl-text.h"
#include "core/vsl-transcript.h"
#include "debate/vsl-quotation-finder.h"
#include "debate/vsl-quotation-matcher.h"
#include "markup/vsl-markdown-text.h"

#include <string.h>

/* In the place of words that are not for this reader. */
#define LEFT_OUT "[…]"

/* From this score on, a headline or pull quote is a quotation of the text, as in the checks. */
#define TRACED_SCORE 0.85

/* A quotation, in bytes of its text. */
typedef struct
{
  VslByteSpan span;
  char *text;    /* (owned) */
  char *speaker; /* (owned) (nullable) */
} Quoted;

/* A paragraph, or a field that is one: what is cut into sentences. */
typedef struct
{
  VslReviewPlace place;
  char *text;           /* (owned) */
  GArray *quoted;       /* (owned) of Quoted */
  char *attribution;    /* (owned) (nullable) the name under a pull quote */
} Paragraph;

struct _VslOwnPassages
{
  VslArticle *article;            /* (owned) */
  GListStore *participants;       /* (owned) of VslParticipant */
  GPtrArray *paragraphs;          /* (owned) of Paragraph, as a reader meets them */
  VslQuotationMatcher *said;      /* (owned) (nullable) the quotations of lead and body, as if spoken */
};

/* Whose passages are looked for: how they are called, and how the others are. */
typedef struct
{
  const char *name;
  GPtrArray *own;    /* (owned) of char * */
  GPtrArray *others; /* (owned) of char * */
} Names;

static void
quoted_clear (gpointer data)
{
  Quoted *quoted = data;

  g_free (quoted->text);
  g_free (quoted->speaker);
}

static void
paragraph_free (gpointer data)
{
  Paragraph *paragraph = data;

  g_free (paragraph->text);
  g_free (paragraph->attribution);
  g_array_unref (paragraph->quoted);
  g_free (paragraph);
}

static Paragraph *
add_paragraph (VslOwnPassages *self,
               VslReviewPlace  place,
               const char     *text,
               gsize           length)
{
  Paragraph *paragraph = g_new0 (Paragraph, 1);

  paragraph->place = place;
  paragraph->text = g_strndup (text, length);
  paragraph->quoted = g_array_new (FALSE, FALSE, sizeof (Quoted));
  g_array_set_clear_func (paragraph->quoted, quoted_clear);
  g_ptr_array_add (self->paragraphs, paragraph);

  return paragraph;
}

/* The part of @found that lies in a paragraph which begins at @start of @text. */
static void
take_quotations (Paragraph  *paragraph,
                 const char *text,
                 gsize       start,
                 GPtrArray  *found)
{
  gsize end = start + strlen (paragraph->text);
  guint i;

  for (i = 0; i < found->len; i++)
    {
      VslQuotation *quotation = g_ptr_array_index (found, i);
      const char *at = g_utf8_offset_to_pointer (text, (glong) vsl_quotation_get_offset (quotation));
      const char *behind = g_utf8_offset_to_pointer (at, (glong) vsl_quotation_get_length (quotation));
      gsize from = MAX ((gsize) (at - text), start);
      gsize to = MIN ((gsize) (behind - text), end);
      Quoted quoted = { { from - start, to - start }, NULL, NULL };

      if (from >= to)
        continue;
      quoted.text = g_strdup (vsl_quotation_get_text (quotation));
      quoted.speaker = g_strdup (vsl_quotation_get_speaker (quotation));
      g_array_append_val (paragraph->quoted, quoted);
    }
}

static void
add_field (VslOwnPassages *self,
           VslField        field,
           VslReviewPlace  place)
{
  const char *text = vsl_article_get_text (self->article, field);
  g_autoptr(GPtrArray) found = NULL;

  if (vsl_text_is_blank (text))
    return;

  found = vsl_quotation_finder_find_in_text (text, field, G_LIST_MODEL (self->participants));
  take_quotations (add_paragraph (self, place, text, strlen (text)), text, 0, found);
}

/* The name under a pull quote goes with the words above it. */
static void
add_attribution (VslOwnPassages *self,
                 const char     *name,
                 gsize           length)
{
  Paragraph *last = self->paragraphs->len > 0
                    ? g_ptr_array_index (self->paragraphs, self->paragraphs->len - 1) : NULL;

  if (last != NULL && last->place == VSL_REVIEW_PLACE_STREAMER && last->attribution == NULL)
    last->attribution = g_strndup (name, length);
}

static void
add_body (VslOwnPassages *self)
{
  g_autoptr(VslMarkdownText) body = vsl_markdown_text_new (
    vsl_article_get_text (self->article, VSL_FIELD_BODY), VSL_MARKDOWN_TEXT_PLAIN);
  const char *text = vsl_markdown_text_get_text (body);
  g_autoptr(GPtrArray) found =
    vsl_quotation_finder_find_in_text (text, VSL_FIELD_BODY, G_LIST_MODEL (self->participants));
  guint i;

  for (i = 0; i < vsl_markdown_text_get_n_blocks (body); i++)
    {
      const VslMarkdownBlock *block = vsl_markdown_text_get_block (body, i);
      const char *at = g_utf8_offset_to_pointer (text, (glong) block->offset);
      gsize length = (gsize) (g_utf8_offset_to_pointer (at, (glong) block->length) - at);

      if (block->kind == VSL_MARKDOWN_CODE || block->kind == VSL_MARKDOWN_HTML ||
          block->kind == VSL_MARKDOWN_RAW)
        continue;
      if (block->kind == VSL_MARKDOWN_ATTRIBUTION)
        add_attribution (self, at, length);
      else
        take_quotations (add_paragraph (self, block->streamer > 0 ? VSL_REVIEW_PLACE_STREAMER
                                                                  : VSL_REVIEW_PLACE_BODY,
                                        at, length),
                         text, (gsize) (at - text), found);
    }
}

/* All that is quoted in the text, as if it were a transcript. */
static VslQuotationMatcher *
make_matcher (VslOwnPassages *self)
{
  g_autoptr(GPtrArray) spoken = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(VslTranscript) transcript = NULL;
  guint i, j;

  for (i = 0; i < self->paragraphs->len; i++)
    {
      const Paragraph *paragraph = g_ptr_array_index (self->paragraphs, i);

      for (j = 0; j < paragraph->quoted->len; j++)
        {
          const Quoted *quoted = &g_array_index (paragraph->quoted, Quoted, j);
          g_autofree char *id = g_strdup_printf ("q%u", spoken->len + 1);

          if (quoted->speaker != NULL && paragraph->place != VSL_REVIEW_PLACE_STREAMER)
            g_ptr_array_add (spoken, vsl_utterance_new (id, VSL_TIME_UNKNOWN, VSL_TIME_UNKNOWN,
                                                        quoted->speaker, quoted->text, FALSE));
        }
    }
  if (spoken->len == 0)
    return NULL;
  transcript = vsl_transcript_new ("text", spoken, NULL);

  return vsl_quotation_matcher_new (transcript);
}

/* Who is quoted with these words elsewhere in the article. */
static char *
trace_speaker (VslOwnPassages *self,
               const char     *text)
{
  g_autoptr(VslMatch) match = NULL;

  if (self->said == NULL)
    return NULL;
  match = vsl_quotation_matcher_match (self->said, text, NULL);

  return match->score >= TRACED_SCORE ? g_strdup (match->said_by) : NULL;
}

/* A headline and a pull quote do not say who speaks: the text does. */
static void
trace_speakers (VslOwnPassages *self)
{
  guint i, j;

  for (i = 0; i < self->paragraphs->len; i++)
    {
      Paragraph *paragraph = g_ptr_array_index (self->paragraphs, i);

      if (paragraph->place == VSL_REVIEW_PLACE_STREAMER && paragraph->attribution == NULL)
        paragraph->attribution = trace_speaker (self, paragraph->text);
      for (j = 0; paragraph->place != VSL_REVIEW_PLACE_STREAMER && j < paragraph->quoted->len; j++)
        {
          Quoted *quoted = &g_array_index (paragraph->quoted, Quoted, j);

          if (quoted->speaker == NULL)
            quoted->speaker = trace_speaker (self, quoted->text);
        }
    }
}

static void
add_names (GPtrArray *names,
           VslPerson *person)
{
  g_autofree char *bare = g_strjoin (*vsl_person_get_prefix (person) != '\0' ? " " : "",
                                     vsl_person_get_prefix (person),
                                     vsl_person_get_family (person), NULL);

  g_ptr_array_add (names, vsl_person_dup_full_name (person));
  g_ptr_array_add (names, vsl_person_dup_last_name (person));
  g_ptr_array_add (names, g_steal_pointer (&bare));
}

/* Whether one of @names stands in @text as whole words. */
static gboolean
names_somebody (const char *text,
                GPtrArray  *names)
{
  guint i;

  for (i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      const char *at;

      for (at = *name != '\0' ? strstr (text, name) : NULL; at != NULL; at = strstr (at + 1, name))
        {
          gunichar before = at > text ? g_utf8_get_char (g_utf8_prev_char (at)) : 0;
          gunichar after = g_utf8_get_char (at + strlen (name));

          if (!g_unichar_isalnum (before) && before != '-' && !g_unichar_isalnum (after) &&
              after != '-')
            return TRUE;
        }
    }

  return FALSE;
}

static gboolean
is_own (const Quoted *quoted,
        const Names  *names)
{
  return g_strcmp0 (quoted->speaker, names->name) == 0;
}

/* The text of a sentence, without what others are quoted with in it. */
static char *
dup_for_reader (const Paragraph   *paragraph,
                const VslByteSpan *sentence,
                const Names       *names)
{
  g_autoptr(GString) text = g_string_new (NULL);
  gsize at = sentence->start;
  guint i;

  for (i = 0; i < paragraph->quoted->len; i++)
    {
      const Quoted *quoted = &g_array_index (paragraph->quoted, Quoted, i);
      gsize from = MAX (quoted->span.start, at);
      gsize to = MIN (quoted->span.end, sentence->end);

      if (is_own (quoted, names) || from >= to)
        continue;
      g_string_append_len (text, paragraph->text + at, (gssize) (from - at));
      g_string_append (text, LEFT_OUT);
      at = to;
    }
  g_string_append_len (text, paragraph->text + at, (gssize) (sentence->end - at));

  return vsl_text_collapse_spaces (text->str);
}

typedef enum
{
  SENTENCE_OWN,     /* they speak or are spoken of */
  SENTENCE_FOREIGN, /* somebody else does */
  SENTENCE_NEUTRAL  /* nobody does: context, when it stands beside one of theirs */
} SentenceKind;

static SentenceKind
judge_sentence (const Paragraph   *paragraph,
                const VslByteSpan *sentence,
                const Names       *names)
{
  g_autofree char *text = dup_for_reader (paragraph, sentence, names);
  gboolean foreign = FALSE;
  guint i;

  for (i = 0; i < paragraph->quoted->len; i++)
    {
      const Quoted *quoted = &g_array_index (paragraph->quoted, Quoted, i);

      if (quoted->span.start >= sentence->end || quoted->span.end <= sentence->start)
        continue;
      if (is_own (quoted, names))
        return SENTENCE_OWN;
      foreign = TRUE;
    }
  if (names_somebody (text, names->own))
    return SENTENCE_OWN;

  return foreign || names_somebody (text, names->others) ? SENTENCE_FOREIGN : SENTENCE_NEUTRAL;
}

/* Sentences beside each other are one passage. */
static void
find_in_paragraph (const Paragraph *paragraph,
                   const Names     *names,
                   GPtrArray       *passages)
{
  g_autoptr(GArray) sentences =
    vsl_sentences_split (paragraph->text, 0, strlen (paragraph->text));
  g_autofree SentenceKind *kinds = g_new (SentenceKind, sentences->len + 1);
  g_autoptr(GString) run = g_string_new (NULL);
  guint i;

  for (i = 0; i < sentences->len; i++)
    kinds[i] = judge_sentence (paragraph, &g_array_index (sentences, VslByteSpan, i), names);

  for (i = 0; i < sentences->len; i++)
    {
      gboolean beside = (i > 0 && kinds[i - 1] == SENTENCE_OWN) ||
                        (i + 1 < sentences->len && kinds[i + 1] == SENTENCE_OWN);

      if (kinds[i] == SENTENCE_OWN || (kinds[i] == SENTENCE_NEUTRAL && beside))
        {
          g_autofree char *text =
            dup_for_reader (paragraph, &g_array_index (sentences, VslByteSpan, i), names);

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
find_in_line (const Paragraph *paragraph,
              const Names     *names,
              GPtrArray       *passages)
{
  VslByteSpan whole = { 0, strlen (paragraph->text) };
  g_autofree char *text = NULL;

  if (paragraph->place == VSL_REVIEW_PLACE_STREAMER)
    {
      if (paragraph->attribution == NULL || !names_somebody (paragraph->attribution, names->own))
        return;
      text = vsl_text_collapse_spaces (paragraph->text);
    }
  else
    {
      if (judge_sentence (paragraph, &whole, names) != SENTENCE_OWN)
        return;
      text = dup_for_reader (paragraph, &whole, names);
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
  guint i;

  g_return_val_if_fail (VSL_IS_ARTICLE (article), NULL);

  self = g_new0 (VslOwnPassages, 1);
  self->article = g_object_ref (article);
  self->participants = g_list_store_new (VSL_TYPE_PARTICIPANT);
  for (i = 0; i < vsl_article_get_n_participants (article); i++)
    g_list_store_append (self->participants, vsl_article_get_participant (article, i));
  self->paragraphs = g_ptr_array_new_with_free_func (paragraph_free);
  add_field (self, VSL_FIELD_KICKER, VSL_REVIEW_PLACE_KICKER);
  add_field (self, VSL_FIELD_HEADLINE, VSL_REVIEW_PLACE_HEADLINE);
  add_field (self, VSL_FIELD_LEAD, VSL_REVIEW_PLACE_LEAD);
  add_body (self);
  self->said = make_matcher (self);
  trace_speakers (self);

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
  g_object_unref (self->article);
  g_object_unref (self->participants);
  g_ptr_array_unref (self->paragraphs);
  g_clear_pointer (&self->said, vsl_quotation_matcher_free);
  g_free (self);
}

/**
 * vsl_own_passages_find:
 * @self: what is found in an article
 * @name: the whole name of a participant
 *
 * The sentences in which the participant is quoted or spoken of, each with the sentence before and
 * after it where those are about nobody else, and the headline and pull quotes that are theirs. What
 * others are quoted with is left out of them, and so is what nobody is named for.
 *
 * Returns: (transfer full) (element-type VslReviewPassage): the passages, as a reader meets them
 */
GPtrArray *
vsl_own_passages_find (VslOwnPassages *self,
                       const char     *name)
{
  g_autoptr(GPtrArray) own = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) others = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *passages = vsl_review_passages_new ();
  Names names = { name, own, others };
  guint i;

  g_return_val_if_fail (self != NULL && name != NULL, passages);

  for (i = 0; i < vsl_article_get_n_participants (self->article); i++)
    {
      VslParticipant *participant = vsl_article_get_participant (self->article, i);
      gboolean same = g_str_equal (vsl_participant_get_name (participant), name);

      add_names (same ? own : others, vsl_participant_get_person (participant));
    }
  if (own->len == 0)
    {
      g_autoptr(VslPerson) person = vsl_person_new_from_text (name);

      add_names (own, person);
    }

  for (i = 0; i < self->paragraphs->len; i++)
    {
      const Paragraph *paragraph = g_ptr_array_index (self->paragraphs, i);

      if (paragraph->place == VSL_REVIEW_PLACE_LEAD || paragraph->place == VSL_REVIEW_PLACE_BODY)
        find_in_paragraph (paragraph, &names, passages);
      else
        find_in_line (paragraph, &names, passages);
    }

  return passages;
}
