/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "config.h"

#include "desk/vsl-check-subject.h"

#include "debate/vsl-balance.h"
#include "debate/vsl-quotation-checker.h"
#include "debate/vsl-suggestions.h"
#include "store/vsl-store-debates.h"
#include "store/vsl-store-transcripts.h"

struct _VslCheckSubject
{
  gatomicrefcount ref_count;
  VslStore *store;              /* (owned) */
  char *article_id;             /* (owned) */
  gboolean loaded;              /* whether there is a transcript is known */
  VslTranscript *transcript;    /* (owned) (nullable) what may be used of it */
  VslQuotationChecker *checker; /* (owned) (nullable) */
};

/**
 * vsl_check_subject_new:
 * @store: where the transcript is kept
 * @article_id: the article
 *
 * Returns: (transfer full): a subject of which nothing is known yet
 */
VslCheckSubject *
vsl_check_subject_new (VslStore   *store,
                       const char *article_id)
{
  VslCheckSubject *self = g_new0 (VslCheckSubject, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->store = g_object_ref (store);
  self->article_id = g_strdup (article_id);

  return self;
}

/**
 * vsl_check_subject_ref:
 * @self: the subject
 *
 * Returns: (transfer full): @self
 */
VslCheckSubject *
vsl_check_subject_ref (VslCheckSubject *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * vsl_check_subject_unref:
 * @self: (transfer full): the subject
 *
 * Gives up a reference; the last one frees it.
 */
void
vsl_check_subject_unref (VslCheckSubject *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_object_unref (self->store);
  g_free (self->article_id);
  g_clear_object (&self->transcript);
  g_clear_pointer (&self->checker, vsl_quotation_checker_free);
  g_free (self);
}

/* An article without a transcript is checked for what can be said without one. */
static void
load (VslCheckSubject *self)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *debate_id = NULL;
  g_autoptr(VslTranscript) whole = NULL;

  if (self->loaded)
    return;

  self->loaded = TRUE;
  debate_id = vsl_store_get_article_debate (self->store, self->article_id, &error);
  if (debate_id != NULL)
    whole = vsl_store_load_transcript (self->store, debate_id, &error);
  if (whole != NULL)
    self->transcript = vsl_transcript_dup_on_record (whole);
  else
    g_debug ("no transcript: %s", error->message);
  self->checker = vsl_quotation_checker_new (whole);
}

/**
 * vsl_check_subject_check:
 * @self: the subject
 * @article: its article as it is now
 * @cancellable: (nullable): what stops it
 *
 * Waits for the disk the first time. In the thread that checks.
 *
 * Returns: (transfer full) (nullable): what was found; %NULL when it was stopped
 */
VslCheckReport *
vsl_check_subject_check (VslCheckSubject *self,
                         VslArticle      *article,
                         GCancellable    *cancellable)
{
  g_autoptr(VslQuotationReport) quotations = NULL;

  load (self);
  quotations = vsl_quotation_checker_run (self->checker, article, cancellable);
  if (quotations == NULL)
    return NULL;

  return vsl_check_report_new (article, self->transcript, quotations,
                               vsl_balance_measure (article, quotations, self->transcript));
}

/**
 * vsl_check_subject_suggest:
 * @self: the subject
 * @article: its article as it is now
 * @per_speaker: how many passages a speaker gets at most
 *
 * In the thread that checks.
 *
 * Returns: (transfer full) (element-type VslUtterance): passages that may be worth quoting, speaker by
 *   speaker, best first; none without a transcript
 */
GPtrArray *
vsl_check_subject_suggest (VslCheckSubject *self,
                           VslArticle      *article,
                           guint            per_speaker)
{
  GPtrArray *passages = g_ptr_array_new_with_free_func (g_object_unref);
  VslParticipant *chair = vsl_article_get_chair (article);
  g_autoptr(GArray) suggestions = NULL;
  guint i;

  load (self);
  if (self->transcript == NULL)
    return passages;

  suggestions = vsl_suggestions_make (self->transcript, vsl_article_get_language (article),
                                      chair != NULL ? vsl_participant_get_name (chair) : NULL,
                                      per_speaker);
  for (i = 0; i < suggestions->len; i++)
    g_ptr_array_add (passages,
                     g_object_ref (g_array_index (suggestions, VslSuggestion, i).utterance));

  return passages;
}
