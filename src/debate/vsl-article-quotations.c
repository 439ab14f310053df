/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-debate"

#include "config.h"

#include "debate/vsl-article-quotations.h"

#include "core/vsl-text.h"
#include "debate/vsl-quotation-finder.h"
#include "debate/vsl-quotation-matcher.h"
#include "markup/vsl-markdown-text.h"

#include <glib/gi18n.h>
#include <string.h>

/* A quoted headline is shortened; below this likeness it is another quotation. */
#define HEADLINE_SCORE 0.60

struct _VslArticleQuotations
{
  VslArticle *article;         /* (owned) */
  GListModel *participants;    /* (owned) of VslParticipant */
  VslQuotationMatcher *source; /* (owned) (nullable) */
  GPtrArray *quotations;       /* (owned) of VslQuotation: lead and body */
  VslQuotation *headline;      /* (owned) (nullable) */
  GPtrArray *streamers;        /* (owned) of VslQuotation */
  GPtrArray *findings;         /* (owned) of VslFinding */
};

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
judge (VslArticleQuotations *self,
       VslQuotation         *quotation)
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
add_finding (VslArticleQuotations *self,
             const char           *rule,
             VslLevel              level,
             VslQuotation         *quotation,
             const char           *message)
{
  g_ptr_array_add (self->findings,
                   vsl_finding_new (rule, level, vsl_quotation_get_field (quotation),
                                    vsl_quotation_get_offset (quotation),
                                    vsl_quotation_get_length (quotation),
                                    vsl_quotation_get_text (quotation), message, NULL));
}

/* What can be said of a quotation from the text alone. */
static void
check_quotation (VslArticleQuotations *self,
                 VslQuotation         *quotation)
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
find_in_lead (VslArticleQuotations *self)
{
  const char *lead = vsl_article_get_text (self->article, VSL_FIELD_LEAD);
  g_autoptr(GPtrArray) found =
    vsl_quotation_finder_find_in_text (lead, VSL_FIELD_LEAD, self->participants);
  guint i;

  for (i = 0; i < found->len; i++)
    {
      check_quotation (self, g_ptr_array_index (found, i));
      g_ptr_array_add (self->quotations, judge (self, g_ptr_array_index (found, i)));
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
find_in_body (VslArticleQuotations *self,
              VslMarkdownText      *text)
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
      g_ptr_array_add (self->quotations, judge (self, mapped));
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
check_headline (VslArticleQuotations *self)
{
  g_autoptr(GPtrArray) spoken = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(VslQuotationMatcher) matcher = NULL;
  g_autoptr(VslMatch) match = NULL;
  guint i;

  for (i = 0; i < self->quotations->len; i++)
    add_as_spoken (spoken, vsl_quotation_get_text (g_ptr_array_index (self->quotations, i)));
  matcher = make_matcher (spoken);
  match = vsl_quotation_matcher_match (matcher, vsl_quotation_get_text (self->headline), NULL);
  if (match->score < HEADLINE_SCORE)
    add_finding (self, "headline.quote-untraced", VSL_LEVEL_WARNING, self->headline,
                 _("The headline is a quotation, but nobody says this in the article."));
}

static void
find_in_headline (VslArticleQuotations *self)
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
make_body_matcher (VslArticleQuotations *self,
                   VslMarkdownText      *text)
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
add_streamer (VslArticleQuotations   *self,
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
  g_ptr_array_add (self->streamers, judge (self, streamer));
}

static void
find_streamers (VslArticleQuotations *self,
                VslMarkdownText      *text)
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
check_verdict (VslArticleQuotations *self,
               VslQuotation         *quotation)
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
 * vsl_article_quotations_new:
 * @article: an article
 * @transcript: (nullable): what was said; without it every verdict is %VSL_VERDICT_NO_SOURCE
 *
 * Finds the quotations of lead, body, headline and pull quotes, says who is speaking according to
 * the text, and holds each against @transcript. A quoted headline must be among the quotations, a
 * pull quote must stand in the text word for word.
 *
 * Returns: (transfer full): the quotations
 */
VslArticleQuotations *
vsl_article_quotations_new (VslArticle    *article,
                            VslTranscript *transcript)
{
  VslArticleQuotations *self;
  g_autoptr(VslMarkdownText) text = NULL;
  guint i;

  g_return_val_if_fail (VSL_IS_ARTICLE (article), NULL);
  g_return_val_if_fail (transcript == NULL || VSL_IS_TRANSCRIPT (transcript), NULL);

  self = g_new0 (VslArticleQuotations, 1);
  self->article = g_object_ref (article);
  self->participants = list_participants (article);
  self->quotations = g_ptr_array_new_with_free_func (g_object_unref);
  self->streamers = g_ptr_array_new_with_free_func (g_object_unref);
  self->findings = g_ptr_array_new_with_free_func (g_object_unref);
  if (transcript != NULL)
    self->source = vsl_quotation_matcher_new (transcript);

  text = vsl_markdown_text_new (vsl_article_get_text (article, VSL_FIELD_BODY),
                                VSL_MARKDOWN_TEXT_PLAIN);
  find_in_lead (self);
  find_in_body (self, text);
  find_in_headline (self);
  find_streamers (self, text);
  for (i = 0; i < self->quotations->len; i++)
    check_verdict (self, g_ptr_array_index (self->quotations, i));

  return self;
}

/**
 * vsl_article_quotations_free:
 * @self: (transfer full): the quotations
 *
 * Frees them.
 */
void
vsl_article_quotations_free (VslArticleQuotations *self)
{
  g_return_if_fail (self != NULL);

  g_object_unref (self->article);
  g_object_unref (self->participants);
  g_clear_pointer (&self->source, vsl_quotation_matcher_free);
  g_ptr_array_unref (self->quotations);
  g_clear_object (&self->headline);
  g_ptr_array_unref (self->streamers);
  g_ptr_array_unref (self->findings);
  g_free (self);
}

/**
 * vsl_article_quotations_get_length:
 * @self: the quotations
 *
 * Returns: how many there are in lead and body
 */
guint
vsl_article_quotations_get_length (VslArticleQuotations *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->quotations->len;
}

/**
 * vsl_article_quotations_get:
 * @self: the quotations
 * @index: less than vsl_article_quotations_get_length()
 *
 * Returns: (transfer none): a quotation, with its match
 */
VslQuotation *
vsl_article_quotations_get (VslArticleQuotations *self,
                            guint                 index)
{
  g_return_val_if_fail (self != NULL && index < self->quotations->len, NULL);

  return g_ptr_array_index (self->quotations, index);
}

/**
 * vsl_article_quotations_get_headline:
 * @self: the quotations
 *
 * Returns: (transfer none) (nullable): the quotation in the headline, if it is one
 */
VslQuotation *
vsl_article_quotations_get_headline (VslArticleQuotations *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->headline;
}

/**
 * vsl_article_quotations_get_n_streamers:
 * @self: the quotations
 *
 * Returns: how many pull quotes there are
 */
guint
vsl_article_quotations_get_n_streamers (VslArticleQuotations *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->streamers->len;
}

/**
 * vsl_article_quotations_get_streamer:
 * @self: the quotations
 * @index: less than vsl_article_quotations_get_n_streamers()
 *
 * Returns: (transfer none): a pull quote, with its match
 */
VslQuotation *
vsl_article_quotations_get_streamer (VslArticleQuotations *self,
                                     guint                 index)
{
  g_return_val_if_fail (self != NULL && index < self->streamers->len, NULL);

  return g_ptr_array_index (self->streamers, index);
}

/**
 * vsl_article_quotations_get_n_findings:
 * @self: the quotations
 *
 * Returns: how many findings there are
 */
guint
vsl_article_quotations_get_n_findings (VslArticleQuotations *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->findings->len;
}

/**
 * vsl_article_quotations_get_finding:
 * @self: the quotations
 * @index: less than vsl_article_quotations_get_n_findings()
 *
 * Returns: (transfer none): what an editor should look at
 */
VslFinding *
vsl_article_quotations_get_finding (VslArticleQuotations *self,
                                    guint                 index)
{
  g_return_val_if_fail (self != NULL && index < self->findings->len, NULL);

  return g_ptr_array_index (self->findings, index);
}
