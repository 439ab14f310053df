/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-debate"

#include "config.h"

#include "debate/vsl-quotation-checker.h"

#include "core/vsl-text.h"
#include "debate/vsl-quotation-finder.h"
#include "debate/vsl-quotation-matcher.h"
#include "markup/vsl-markdown-text.h"

#include <glib/gi18n.h>
#include <string.h>

/* A quoted headline is shortened; below this likeness it is another quotation. */
#define HEADLINE_SCORE 0.60

/* An article that is being checked. */
typedef struct
{
  VslArticle *article;
  GListModel *participants;    /* of VslParticipant */
  VslQuotationMatcher *source; /* (nullable) */
  GListStore *quotations;      /* of VslQuotation: lead and body */
  VslQuotation *headline;      /* (owned) (nullable) */
  GListStore *streamers;       /* of VslQuotation */
  GListStore *findings;        /* of VslFinding */
} QuotationChecker;

static GListModel *
list_participants (VslArticle *article)
{
  GListStore *store = g_list_store_new (VSL_TYPE_PARTICIPANT);
  guint i;

  for (i = 0; i < vsl_article_get_n_participants (article); i++)
    g_list_store_append (store, vsl_article_get_participant (article, i));

  return G_LIST_MODEL (store);
}

/* The same quotation with what the transcript says of it. */
static VslQuotation *
judge (QuotationChecker *self,
       VslQuotation     *quotation)
{
  g_autoptr(VslMatch) match = NULL;

  if (self->source == NULL)
    match = vsl_match_new (VSL_VERDICT_NO_SOURCE);
  else
    match = vsl_quotation_matcher_match (self->source, vsl_quotation_get_text (quotation),
                                         vsl_quotation_get_speaker (quotation));

  return vsl_quotation_with_match (quotation, match);
}

static void
add_finding (QuotationChecker *self,
             const char       *rule,
             VslLevel          level,
             VslQuotation     *quotation,
             const char       *message)
{
  g_autoptr(VslFinding) finding =
    vsl_finding_new (rule, level, vsl_quotation_get_field (quotation),
                     vsl_quotation_get_offset (quotation), vsl_quotation_get_length (quotation),
                     vsl_quotation_get_text (quotation), message, NULL);

  g_list_store_append (self->findings, finding);
}

/* What can be said of a quotation from the text alone. */
static void
check_quotation (QuotationChecker *self,
                 VslQuotation     *quotation)
{
  if (vsl_quotation_get_repaired (quotation))
    add_finding (self, "quote.unbalanced", VSL_LEVEL_ERROR, quotation,
                 _("A quotation mark is missing or one too many in this quotation."));
  if (vsl_quotation_get_attribution (quotation) == VSL_ATTRIBUTION_NONE)
    add_finding (self, "quote.unattributed", VSL_LEVEL_WARNING, quotation,
                 _("Nobody is named as the speaker, neither in this sentence nor in the one "
                   "before or after it."));
}

static void
add_judged (QuotationChecker *self,
            GListStore       *list,
            VslQuotation     *quotation)
{
  g_autoptr(VslQuotation) judged = judge (self, quotation);

  g_list_store_append (list, judged);
}

static void
find_in_lead (QuotationChecker *self)
{
  const char *lead = vsl_article_get_text (self->article, VSL_FIELD_LEAD);
  g_autoptr(GPtrArray) found =
    vsl_quotation_finder_find_in_text (lead, VSL_FIELD_LEAD, self->participants);
  guint i;

  for (i = 0; i < found->len; i++)
    {
      check_quotation (self, g_ptr_array_index (found, i));
      add_judged (self, self->quotations, g_ptr_array_index (found, i));
    }
}

/* Offsets in the plain text of the body as offsets in its Markdown. */
static VslQuotation *
map_to_body (VslMarkdownText *text,
             VslQuotation    *quotation)
{
  gsize offset, length;

  vsl_markdown_text_map_range (text, vsl_quotation_get_offset (quotation),
                               vsl_quotation_get_length (quotation), &offset, &length);

  return vsl_quotation_new (VSL_FIELD_BODY, offset, length, vsl_quotation_get_text (quotation),
                            vsl_quotation_get_speaker (quotation),
                            vsl_quotation_get_attribution (quotation),
                            vsl_quotation_get_weak (quotation),
                            vsl_quotation_get_repaired (quotation));
}

/* Whether a place of the plain text lies in a block in which nobody is quoted: a pull quote is
 * judged as such, and code is not speech. */
static gboolean
is_elsewhere (VslMarkdownText *text,
              gsize            offset)
{
  guint i;

  for (i = 0; i < vsl_markdown_text_get_n_blocks (text); i++)
    {
      const VslMarkdownBlock *block = vsl_markdown_text_get_block (text, i);

      if (offset >= block->offset && offset < block->offset + block->length)
        return block->streamer > 0 || block->kind == VSL_MARKDOWN_CODE ||
               block->kind == VSL_MARKDOWN_HTML || block->kind == VSL_MARKDOWN_RAW;
    }

  return FALSE;
}

static void
find_in_body (QuotationChecker *self,
              VslMarkdownText  *text)
{
  g_autoptr(GPtrArray) found = vsl_quotation_finder_find_in_text (
    vsl_markdown_text_get_text (text), VSL_FIELD_BODY, self->participants);
  guint i;

  for (i = 0; i < found->len; i++)
    {
      VslQuotation *quotation = g_ptr_array_index (found, i);
      g_autoptr(VslQuotation) mapped = NULL;

      if (is_elsewhere (text, vsl_quotation_get_offset (quotation)))
        continue;
      mapped = map_to_body (text, quotation);
      check_quotation (self, mapped);
      add_judged (self, self->quotations, mapped);
    }
}

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

/* A headline between quotation marks promises that somebody says so in the piece. */
static void
check_headline (QuotationChecker *self)
{
  g_autoptr(GPtrArray) spoken = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(VslQuotationMatcher) matcher = NULL;
  g_autoptr(VslMatch) match = NULL;
  guint i;

  for (i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->quotations)); i++)
    {
      g_autoptr(VslQuotation) quotation =
        g_list_model_get_item (G_LIST_MODEL (self->quotations), i);

      add_as_spoken (spoken, vsl_quotation_get_text (quotation));
    }
  matcher = make_matcher (spoken);
  match = vsl_quotation_matcher_match (matcher, vsl_quotation_get_text (self->headline), NULL);
  if (match->score < HEADLINE_SCORE)
    add_finding (self, "headline.quote-untraced", VSL_LEVEL_WARNING, self->headline,
                 _("The headline is a quotation, but nobody says this in the article."));
}

static void
find_in_headline (QuotationChecker *self)
{
  const char *headline = vsl_article_get_text (self->article, VSL_FIELD_HEADLINE);
  g_autoptr(GPtrArray) found =
    vsl_quotation_finder_find_in_text (headline, VSL_FIELD_HEADLINE, self->participants);

  if (found->len == 0)
    return;

  self->headline = judge (self, g_ptr_array_index (found, 0));
  check_headline (self);
}

/* The paragraphs of the body without its pull quotes, and the lead, as if spoken. */
static VslQuotationMatcher *
make_body_matcher (QuotationChecker *self,
                   VslMarkdownText  *text)
{
  g_autoptr(GPtrArray) spoken = g_ptr_array_new_with_free_func (g_object_unref);
  guint i;

  add_as_spoken (spoken, vsl_article_get_text (self->article, VSL_FIELD_LEAD));
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

static void
add_streamer (QuotationChecker   *self,
              VslMarkdownText        *text,
              const VslMarkdownBlock *block,
              const char             *words,
              VslQuotationMatcher    *body)
{
  gsize n_before = 0, offset, length;
  g_autofree char *bare = strip_marks (words, &n_before);
  g_autoptr(VslQuotation) streamer = NULL;
  g_autoptr(VslMatch) match = NULL;

  vsl_markdown_text_map_range (text, block->offset + n_before, g_utf8_strlen (bare, -1), &offset,
                               &length);
  streamer = vsl_quotation_new (VSL_FIELD_BODY, offset, length, bare, NULL, VSL_ATTRIBUTION_NONE,
                                FALSE, FALSE);
  match = vsl_quotation_matcher_match (body, bare, NULL);
  if (match->verdict != VSL_VERDICT_VERBATIM)
    add_finding (self, "streamer.not-verbatim", VSL_LEVEL_INFO, streamer,
                 _("The pull quote is not what the article says word for word."));
  add_judged (self, self->streamers, streamer);
}

static void
find_streamers (QuotationChecker *self,
                VslMarkdownText  *text)
{
  g_autoptr(VslQuotationMatcher) body = make_body_matcher (self, text);
  guint i;

  for (i = 0; i < vsl_markdown_text_get_n_blocks (text); i++)
    {
      const VslMarkdownBlock *block = vsl_markdown_text_get_block (text, i);
      g_autofree char *words = NULL;

      if (block->streamer == 0 || block->kind == VSL_MARKDOWN_ATTRIBUTION)
        continue;
      words = vsl_markdown_text_dup_block (text, i);
      if (!vsl_text_is_blank (words))
        add_streamer (self, text, block, words, body);
    }
}

/* What the transcript makes of a quotation, where an editor must act on it. */
static void
check_verdict (QuotationChecker *self,
               VslQuotation     *quotation)
{
  const VslMatch *match = vsl_quotation_get_match (quotation);
  g_autofree char *message = NULL;

  switch (match->verdict)
    {
    case VSL_VERDICT_OTHER_SPEAKER:
      message = g_strdup_printf (_("According to the transcript, %s says this, not %s."),
                                 match->said_by, vsl_quotation_get_speaker (quotation));
      add_finding (self, "quote.other-speaker", VSL_LEVEL_ERROR, quotation, message);
      break;
    case VSL_VERDICT_NOT_FOUND:
      add_finding (self, "quote.not-found", VSL_LEVEL_ERROR, quotation,
                   _("Nobody says this in the transcript."));
      break;
    case VSL_VERDICT_CANDIDATE:
      add_finding (self, "quote.not-found", VSL_LEVEL_ERROR, quotation,
                   _("Something like it is in the transcript, but not these words."));
      break;
    case VSL_VERDICT_EDITED:
      add_finding (self, "quote.edited", VSL_LEVEL_WARNING, quotation,
                   _("The words differ from the transcript. Look at the difference."));
      break;
    case VSL_VERDICT_VERBATIM:
    case VSL_VERDICT_CLEANED:
    case VSL_VERDICT_NO_SOURCE:
    case VSL_N_VERDICTS:
    default:
      break;
    }
}

/**
 * vsl_quotation_checker_check:
 * @article: an article
 * @transcript: (nullable): what was said; without it every verdict is %VSL_VERDICT_NO_SOURCE
 *
 * Finds the quotations of lead, body, headline and pull quotes, says who is speaking according to
 * the text, and holds each against @transcript. A quoted headline must be among the quotations, a
 * pull quote must stand in the text word for word. Any thread.
 *
 * Returns: (transfer full): the report
 */
VslQuotationReport *
vsl_quotation_checker_check (VslArticle    *article,
                             VslTranscript *transcript)
{
  QuotationChecker self = { .article = article };
  g_autoptr(GListModel) participants = NULL;
  g_autoptr(GListStore) quotations = g_list_store_new (VSL_TYPE_QUOTATION);
  g_autoptr(GListStore) streamers = g_list_store_new (VSL_TYPE_QUOTATION);
  g_autoptr(GListStore) findings = g_list_store_new (VSL_TYPE_FINDING);
  g_autoptr(VslQuotationMatcher) source = NULL;
  g_autoptr(VslQuotation) headline = NULL;
  g_autoptr(VslMarkdownText) text = NULL;
  guint i;

  g_return_val_if_fail (VSL_IS_ARTICLE (article), NULL);
  g_return_val_if_fail (transcript == NULL || VSL_IS_TRANSCRIPT (transcript), NULL);

  participants = list_participants (article);
  if (transcript != NULL)
    source = vsl_quotation_matcher_new (transcript);
  self.participants = participants;
  self.source = source;
  self.quotations = quotations;
  self.streamers = streamers;
  self.findings = findings;

  text = vsl_markdown_text_new (vsl_article_get_text (article, VSL_FIELD_BODY),
                                VSL_MARKDOWN_TEXT_PLAIN);
  find_in_lead (&self);
  find_in_body (&self, text);
  find_in_headline (&self);
  headline = self.headline;
  find_streamers (&self, text);
  for (i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (quotations)); i++)
    {
      g_autoptr(VslQuotation) quotation = g_list_model_get_item (G_LIST_MODEL (quotations), i);

      check_verdict (&self, quotation);
    }

  return vsl_quotation_report_new (G_LIST_MODEL (quotations), headline, G_LIST_MODEL (streamers),
                                   G_LIST_MODEL (findings));
}
