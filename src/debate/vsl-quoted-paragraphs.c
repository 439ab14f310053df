/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-debate"

#include "debate/vsl-quoted-paragraphs.h"

#include "core/vsl-quotation.h"
#include "core/vsl-text.h"
#include "core/vsl-transcript.h"
#include "debate/vsl-quotation-finder.h"
#include "debate/vsl-quotation-matcher.h"
#include "markup/vsl-markdown-text.h"

#include <string.h>

/* From this score on, a headline or pull quote is a quotation of the text, as in the checks. */
#define TRACED_SCORE 0.85

/* What is read from, and what was read. */
typedef struct
{
  VslArticle *article;       /* (unowned) */
  GListStore *participants;  /* (unowned) of VslParticipant */
  GPtrArray *paragraphs;     /* (unowned) of VslQuotedParagraph */
  VslQuotationMatcher *said; /* (unowned) (nullable) the quotations of lead and body, as if spoken */
} Reading;

static void
quoted_clear (gpointer data)
{
  VslQuoted *quoted = data;

  g_free (quoted->text);
  g_free (quoted->speaker);
}

static void
paragraph_free (gpointer data)
{
  VslQuotedParagraph *paragraph = data;

  g_free (paragraph->text);
  g_free (paragraph->attribution);
  g_array_unref (paragraph->quoted);
  g_free (paragraph);
}

static VslQuotedParagraph *
add_paragraph (Reading *self,
               VslReviewPlace  place,
               const char     *text,
               gsize           length)
{
  VslQuotedParagraph *paragraph = g_new0 (VslQuotedParagraph, 1);

  paragraph->place = place;
  paragraph->text = g_strndup (text, length);
  paragraph->quoted = g_array_new (FALSE, FALSE, sizeof (VslQuoted));
  g_array_set_clear_func (paragraph->quoted, quoted_clear);
  g_ptr_array_add (self->paragraphs, paragraph);

  return paragraph;
}

/* The part of @found that lies in a paragraph which begins at @start of @text. */
static void
take_quotations (VslQuotedParagraph  *paragraph,
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
      VslQuoted quoted = { { from - start, to - start }, NULL, NULL };

      if (from >= to)
        continue;
      quoted.text = g_strdup (vsl_quotation_get_text (quotation));
      quoted.speaker = g_strdup (vsl_quotation_get_speaker (quotation));
      g_array_append_val (paragraph->quoted, quoted);
    }
}

static void
add_field (Reading *self,
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
add_attribution (Reading *self,
                 const char     *name,
                 gsize           length)
{
  VslQuotedParagraph *last = self->paragraphs->len > 0
                    ? g_ptr_array_index (self->paragraphs, self->paragraphs->len - 1) : NULL;

  if (last != NULL && last->place == VSL_REVIEW_PLACE_STREAMER && last->attribution == NULL)
    last->attribution = g_strndup (name, length);
}

static void
add_body (Reading *self)
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
make_matcher (Reading *self)
{
  g_autoptr(GPtrArray) spoken = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(VslTranscript) transcript = NULL;
  guint i, j;

  for (i = 0; i < self->paragraphs->len; i++)
    {
      const VslQuotedParagraph *paragraph = g_ptr_array_index (self->paragraphs, i);

      for (j = 0; j < paragraph->quoted->len; j++)
        {
          const VslQuoted *quoted = &g_array_index (paragraph->quoted, VslQuoted, j);
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
trace_speaker (Reading *self,
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
trace_speakers (Reading *self)
{
  guint i, j;

  for (i = 0; i < self->paragraphs->len; i++)
    {
      VslQuotedParagraph *paragraph = g_ptr_array_index (self->paragraphs, i);

      if (paragraph->place == VSL_REVIEW_PLACE_STREAMER && paragraph->attribution == NULL)
        paragraph->attribution = trace_speaker (self, paragraph->text);
      for (j = 0; paragraph->place != VSL_REVIEW_PLACE_STREAMER && j < paragraph->quoted->len; j++)
        {
          VslQuoted *quoted = &g_array_index (paragraph->quoted, VslQuoted, j);

          if (quoted->speaker == NULL)
            quoted->speaker = trace_speaker (self, quoted->text);
        }
    }
}

/**
 * vsl_quoted_paragraphs_read:
 * @article: an article
 *
 * Finds the quotations of all fields and of the body, and says of each whose it is. Any thread.
 *
 * Returns: (transfer full) (element-type VslQuotedParagraph): the paragraphs as a reader meets them
 */
GPtrArray *
vsl_quoted_paragraphs_read (VslArticle *article)
{
  GPtrArray *paragraphs = g_ptr_array_new_with_free_func (paragraph_free);
  g_autoptr(GListStore) participants = g_list_store_new (VSL_TYPE_PARTICIPANT);
  Reading reading = { article, participants, paragraphs, NULL };
  guint i;

  g_return_val_if_fail (VSL_IS_ARTICLE (article), paragraphs);

  for (i = 0; i < vsl_article_get_n_participants (article); i++)
    g_list_store_append (participants, vsl_article_get_participant (article, i));
  add_field (&reading, VSL_FIELD_KICKER, VSL_REVIEW_PLACE_KICKER);
  add_field (&reading, VSL_FIELD_HEADLINE, VSL_REVIEW_PLACE_HEADLINE);
  add_field (&reading, VSL_FIELD_LEAD, VSL_REVIEW_PLACE_LEAD);
  add_body (&reading);
  reading.said = make_matcher (&reading);
  trace_speakers (&reading);
  g_clear_pointer (&reading.said, vsl_quotation_matcher_free);

  return paragraphs;
}
