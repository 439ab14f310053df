/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-debate"

#include "config.h"

#include "debate/vsl-quotation-guard.h"

#include "core/vsl-text.h"
#include "core/vsl-transcript.h"
#include "debate/vsl-quotation-matcher.h"

#include <string.h>

/*
 * What repeats the article and must go on doing so: a quoted headline, and pull quotes. Where their
 * words come from is found again each time, by the same alignment as a quotation in a transcript: a
 * stored link would have to be kept right through every edit, restore and import.
 */

/* A text of the article as if it were spoken, so that other texts can be looked for in it. */
static void
add_as_spoken (GPtrArray  *utterances,
               const char *text)
{
  g_autofree char *id = g_strdup_printf ("p%u", utterances->len + 1);

  g_ptr_array_add (utterances, vsl_utterance_new (id, VSL_TIME_UNKNOWN, VSL_TIME_UNKNOWN, NULL,
                                                  text, FALSE));
}

static VslQuotationMatcher *
make_matcher (GPtrArray *utterances)
{
  g_autoptr(VslTranscript) spoken = vsl_transcript_new ("text", utterances, NULL);

  return vsl_quotation_matcher_new (spoken);
}

/* The paragraphs of the body without its pull quotes, and the lead, as if spoken. */
static VslQuotationMatcher *
make_body_matcher (VslMarkdownText *text,
                   const char      *lead)
{
  g_autoptr(GPtrArray) spoken = g_ptr_array_new_with_free_func (g_object_unref);
  guint i;

  add_as_spoken (spoken, lead);
  for (i = 0; i < vsl_markdown_text_get_n_blocks (text); i++)
    {
      g_autofree char *words = NULL;

      if (vsl_markdown_text_get_block (text, i)->streamer > 0)
        continue;
      words = vsl_markdown_text_dup_block (text, i);
      add_as_spoken (spoken, words);
    }

  return make_matcher (spoken);
}

/* The words of a streamer without the marks around it. */
static char *
strip_marks (const char *text,
             gsize      *n_before)
{
  static const char *const marks[] = { "“", "”", "‘", "’", "\"", "„", "«", "»", "'" };
  g_autofree char *copy = g_strdup (text);
  const char *start = copy;
  guint i;

  *n_before = 0;
  g_strchomp (copy);
  for (i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      if (g_str_has_prefix (start, marks[i]) && *n_before == 0)
        {
          start += strlen (marks[i]);
          *n_before = 1;
        }
    }
  for (i = 0; i < G_N_ELEMENTS (marks) && *n_before > 0; i++)
    {
      if (g_str_has_suffix (copy, marks[i]))
        {
          copy[strlen (copy) - strlen (marks[i])] = '\0';
          break;
        }
    }

  return g_strdup (start);
}

static VslQuotation *
make_streamer (VslMarkdownText        *text,
               const VslMarkdownBlock *block,
               const char             *words,
               VslQuotationMatcher    *body)
{
  gsize n_before = 0, offset, length;
  g_autofree char *bare = strip_marks (words, &n_before);
  g_autoptr(VslQuotation) streamer = NULL;
  g_autoptr(VslMatch) origin = NULL;

  vsl_markdown_text_map_range (text, block->offset + n_before, g_utf8_strlen (bare, -1), &offset,
                               &length);
  streamer = vsl_quotation_new (VSL_FIELD_BODY, offset, length, bare, NULL, VSL_ATTRIBUTION_NONE,
                                FALSE, FALSE);
  origin = vsl_quotation_matcher_match (body, bare, NULL);

  return vsl_quotation_with_origin (streamer, origin);
}

/**
 * vsl_quotation_guard_trace_headline:
 * @headline: the quotation that the headline is
 * @quotations: #VslQuotation items, those of the article
 *
 * Any thread.
 *
 * Returns: (transfer full): @headline with its origin among @quotations
 */
VslQuotation *
vsl_quotation_guard_trace_headline (VslQuotation *headline,
                                    GListModel   *quotations)
{
  g_autoptr(GPtrArray) spoken = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(VslQuotationMatcher) matcher = NULL;
  g_autoptr(VslMatch) origin = NULL;
  guint i;

  g_return_val_if_fail (VSL_IS_QUOTATION (headline), NULL);

  for (i = 0; i < g_list_model_get_n_items (quotations); i++)
    {
      g_autoptr(VslQuotation) quotation = g_list_model_get_item (quotations, i);

      add_as_spoken (spoken, vsl_quotation_get_text (quotation));
    }
  matcher = make_matcher (spoken);
  origin = vsl_quotation_matcher_match (matcher, vsl_quotation_get_text (headline), NULL);

  return vsl_quotation_with_origin (headline, origin);
}

/**
 * vsl_quotation_guard_find_streamers:
 * @text: the body
 * @lead: the lead, whose words a pull quote may repeat too
 *
 * Any thread.
 *
 * Returns: (transfer full) (element-type VslQuotation): the pull quotes, each with its origin in the
 *   article
 */
GPtrArray *
vsl_quotation_guard_find_streamers (VslMarkdownText *text,
                                    const char      *lead)
{
  GPtrArray *streamers = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(VslQuotationMatcher) body = NULL;
  guint i;

  g_return_val_if_fail (text != NULL && lead != NULL, streamers);

  for (i = 0; i < vsl_markdown_text_get_n_blocks (text); i++)
    {
      const VslMarkdownBlock *block = vsl_markdown_text_get_block (text, i);
      g_autofree char *words = NULL;

      if (block->streamer == 0 || block->kind == VSL_MARKDOWN_ATTRIBUTION)
        continue;
      words = vsl_markdown_text_dup_block (text, i);
      if (vsl_text_is_blank (words))
        continue;
      if (body == NULL)
        body = make_body_matcher (text, lead);
      g_ptr_array_add (streamers, make_streamer (text, block, words, body));
    }

  return streamers;
}
