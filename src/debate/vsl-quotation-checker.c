/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-debate"

#include "config.h"

#include "debate/vsl-quotation-checker.h"

#include "core/vsl-concern.h"
#include "debate/vsl-quotation-finder.h"
#include "debate/vsl-quotation-guard.h"
#include "debate/vsl-quotation-matcher.h"
#include "markup/vsl-markdown-text.h"

#include <glib/gi18n.h>

/* See the header. What was held against the transcript in the last check is not held again: while an
 * article is written, all its quotations but one are those of a moment ago. */
struct _VslQuotationChecker
{
  VslTranscript *transcript;    /* (owned) (nullable) what may be used of it */
  VslTranscript *whole;         /* (owned) (nullable) with what is off the record, where something is */
  VslQuotationMatcher *matcher; /* (owned) (nullable) made when the first quotation is there */
  VslQuotationMatcher *whole_matcher; /* (owned) (nullable) likewise */
  GHashTable *known;            /* (owned) speaker and words → VslMatch, of the last check */
};

/* An article that is being checked. */
typedef struct
{
  VslQuotationChecker *checker;
  VslArticle *article;
  GCancellable *cancellable; /* (nullable) */
  GListModel *participants;  /* (owned) of VslParticipant */
  GListStore *quotations;    /* (owned) of VslQuotation: lead and body */
  VslQuotation *headline;    /* (owned) (nullable) */
  GListStore *streamers;     /* (owned) of VslQuotation */
  GListStore *findings;      /* (owned) of VslFinding */
  GHashTable *known;         /* (owned) what this check looked up */
} Check;

static GHashTable *
new_matches (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) vsl_match_free);
}

static GListModel *
list_participants (VslArticle *article)
{
  GListStore *store = g_list_store_new (VSL_TYPE_PARTICIPANT);
  guint i;

  for (i = 0; i < vsl_article_get_n_participants (article); i++)
    g_list_store_append (store, vsl_article_get_participant (article, i));

  return G_LIST_MODEL (store);
}

/* Whether words that are off the record make the quotation truer than those that may be used do. The
 * whole transcript has all that is on the record too, so any gain comes from the rest. */
static gboolean
uses_secrets (const VslMatch *match,
              const VslMatch *whole)
{
  return whole->verdict != VSL_VERDICT_NOT_FOUND && whole->verdict != VSL_VERDICT_CANDIDATE &&
         whole->score > match->score + 0.001;
}

static VslMatch *
match_words (VslQuotationChecker *self,
             const char          *text,
             const char          *speaker)
{
  VslMatch *match;
  g_autoptr(VslMatch) whole = NULL;

  if (self->transcript == NULL)
    return vsl_match_new (VSL_VERDICT_NO_SOURCE);
  if (self->matcher == NULL)
    self->matcher = vsl_quotation_matcher_new (self->transcript);

  match = vsl_quotation_matcher_match (self->matcher, text, speaker);
  if (self->whole == NULL)
    return match;

  if (self->whole_matcher == NULL)
    self->whole_matcher = vsl_quotation_matcher_new (self->whole);
  whole = vsl_quotation_matcher_match (self->whole_matcher, text, speaker);
  if (!uses_secrets (match, whole))
    return match;

  vsl_match_free (match);
  whole->verdict = VSL_VERDICT_OFF_THE_RECORD;
  return g_steal_pointer (&whole);
}

/* The same quotation with what the transcript says of it. */
static VslQuotation *
judge (Check        *self,
       VslQuotation *quotation)
{
  const char *text = vsl_quotation_get_text (quotation);
  const char *speaker = vsl_quotation_get_speaker (quotation);
  g_autofree char *key = g_strconcat (speaker != NULL ? speaker : "", "\x01", text, NULL);
  const VslMatch *known = g_hash_table_lookup (self->known, key);
  VslMatch *match = NULL;

  if (known != NULL)
    return vsl_quotation_with_match (quotation, known);

  if (g_cancellable_is_cancelled (self->cancellable))
    return g_object_ref (quotation);

  known = g_hash_table_lookup (self->checker->known, key);
  match = known != NULL ? vsl_match_copy (known) : match_words (self->checker, text, speaker);
  g_hash_table_insert (self->known, g_steal_pointer (&key), match);

  return vsl_quotation_with_match (quotation, match);
}

static void
add_finding (Check        *self,
             const char   *rule,
             VslLevel      level,
             VslQuotation *quotation,
             const char   *message)
{
  g_autoptr(VslFinding) finding =
    vsl_finding_new (rule, level, vsl_quotation_get_field (quotation),
                     vsl_quotation_get_offset (quotation), vsl_quotation_get_length (quotation),
                     vsl_quotation_get_text (quotation), message, NULL);

  g_list_store_append (self->findings, finding);
}

/* What can be said of a quotation from the text alone. */
static void
check_quotation (Check        *self,
                 VslQuotation *quotation)
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
add_judged (Check        *self,
            GListStore   *list,
            VslQuotation *quotation)
{
  g_autoptr(VslQuotation) judged = judge (self, quotation);

  g_list_store_append (list, judged);
}

static void
find_in_lead (Check *self)
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
find_in_body (Check           *self,
              VslMarkdownText *text)
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

/* A headline between quotation marks promises that somebody says so in the piece. */
static void
find_in_headline (Check *self)
{
  const char *headline = vsl_article_get_text (self->article, VSL_FIELD_HEADLINE);
  g_autoptr(GPtrArray) found =
    vsl_quotation_finder_find_in_text (headline, VSL_FIELD_HEADLINE, self->participants);
  g_autoptr(VslQuotation) traced = NULL;

  if (found->len == 0)
    return;

  traced = vsl_quotation_guard_trace_headline (g_ptr_array_index (found, 0),
                                               G_LIST_MODEL (self->quotations));
  self->headline = judge (self, traced);
  if (vsl_concern_of_quotation (self->headline) == VSL_CONCERN_UNTRACED)
    add_finding (self, "headline.quote-untraced", VSL_LEVEL_WARNING, self->headline,
                 _("The headline is a quotation, but nobody says this in the article."));
}

static void
find_streamers (Check           *self,
                VslMarkdownText *text)
{
  g_autoptr(GPtrArray) found = vsl_quotation_guard_find_streamers (
    text, vsl_article_get_text (self->article, VSL_FIELD_LEAD));
  guint i;

  for (i = 0; i < found->len; i++)
    {
      VslQuotation *streamer = g_ptr_array_index (found, i);

      if (vsl_concern_of_quotation (streamer) == VSL_CONCERN_STALE)
        add_finding (self, "streamer.not-verbatim", VSL_LEVEL_INFO, streamer,
                     _("The pull quote is not what the article says word for word."));
      add_judged (self, self->streamers, streamer);
    }
}

/* What the transcript makes of a quotation, where an editor must act on it. */
static void
check_verdict (Check        *self,
               VslQuotation *quotation)
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
    case VSL_VERDICT_OFF_THE_RECORD:
      add_finding (self, "quote.off-the-record", VSL_LEVEL_ERROR, quotation,
                   _("This was said off the record. Take it out of the article."));
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

static void
run (Check *self)
{
  g_autoptr(VslMarkdownText) text = vsl_markdown_text_new (
    vsl_article_get_text (self->article, VSL_FIELD_BODY), VSL_MARKDOWN_TEXT_PLAIN);
  guint i;

  find_in_lead (self);
  find_in_body (self, text);
  find_in_headline (self);
  find_streamers (self, text);
  for (i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->quotations)); i++)
    {
      g_autoptr(VslQuotation) quotation =
        g_list_model_get_item (G_LIST_MODEL (self->quotations), i);

      if (vsl_quotation_get_match (quotation) != NULL)
        check_verdict (self, quotation);
    }
}

/**
 * vsl_quotation_checker_new:
 * @transcript: (nullable): what was said; without it every verdict is %VSL_VERDICT_NO_SOURCE
 *
 * Returns: (transfer full): a checker that has checked nothing yet
 */
VslQuotationChecker *
vsl_quotation_checker_new (VslTranscript *transcript)
{
  VslQuotationChecker *self;

  g_return_val_if_fail (transcript == NULL || VSL_IS_TRANSCRIPT (transcript), NULL);

  self = g_new0 (VslQuotationChecker, 1);
  self->transcript = transcript != NULL ? vsl_transcript_dup_on_record (transcript) : NULL;
  self->whole = transcript != self->transcript ? g_object_ref (transcript) : NULL;
  self->known = new_matches ();

  return self;
}

/**
 * vsl_quotation_checker_free:
 * @self: (transfer full): a checker
 *
 * Frees it.
 */
void
vsl_quotation_checker_free (VslQuotationChecker *self)
{
  g_return_if_fail (self != NULL);

  g_clear_object (&self->transcript);
  g_clear_object (&self->whole);
  g_clear_pointer (&self->whole_matcher, vsl_quotation_matcher_free);
  g_clear_pointer (&self->matcher, vsl_quotation_matcher_free);
  g_hash_table_unref (self->known);
  g_free (self);
}

/**
 * vsl_quotation_checker_run:
 * @self: the checker
 * @article: an article
 * @cancellable: (nullable): what stops it
 *
 * Finds the quotations of lead, body, headline and pull quotes, says who is speaking according to
 * the text, and holds each against the transcript. A quoted headline must be among the quotations, a
 * pull quote must stand in the text word for word. What was found out until it was stopped is of use
 * to the next run.
 *
 * Returns: (transfer full) (nullable): the report; %NULL when it was stopped
 */
VslQuotationReport *
vsl_quotation_checker_run (VslQuotationChecker *self,
                           VslArticle          *article,
                           GCancellable        *cancellable)
{
  Check check = { .checker = self, .article = article, .cancellable = cancellable };
  VslQuotationReport *report = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (VSL_IS_ARTICLE (article), NULL);

  check.participants = list_participants (article);
  check.quotations = g_list_store_new (VSL_TYPE_QUOTATION);
  check.streamers = g_list_store_new (VSL_TYPE_QUOTATION);
  check.findings = g_list_store_new (VSL_TYPE_FINDING);
  check.known = new_matches ();

  run (&check);
  if (!g_cancellable_is_cancelled (cancellable))
    report = vsl_quotation_report_new (G_LIST_MODEL (check.quotations), check.headline,
                                       G_LIST_MODEL (check.streamers),
                                       G_LIST_MODEL (check.findings));

  g_hash_table_unref (self->known);
  self->known = check.known;
  g_object_unref (check.participants);
  g_object_unref (check.quotations);
  g_clear_object (&check.headline);
  g_object_unref (check.streamers);
  g_object_unref (check.findings);

  return report;
}

/**
 * vsl_quotation_checker_check:
 * @article: an article
 * @transcript: (nullable): what was said; without it every verdict is %VSL_VERDICT_NO_SOURCE
 *
 * Checks once, as by vsl_quotation_checker_run(). Any thread.
 *
 * Returns: (transfer full): the report
 */
VslQuotationReport *
vsl_quotation_checker_check (VslArticle    *article,
                             VslTranscript *transcript)
{
  g_autoptr(VslQuotationChecker) checker = vsl_quotation_checker_new (transcript);

  return checker != NULL ? vsl_quotation_checker_run (checker, article, NULL) : NULL;
}
