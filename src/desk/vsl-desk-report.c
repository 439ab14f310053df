/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "desk/vsl-desk-report.h"

#include "core/vsl-article-builder.h"
#include "desk/vsl-debate-document.h"
#include "desk/vsl-desk-debates.h"
#include "desk/vsl-desk-fault.h"
#include "desk/vsl-desk-private.h"
#include "desk/vsl-desk-reader.h"
#include "store/vsl-store-debates.h"
#include "store/vsl-store-pads.h"
#include "store/vsl-store-transcripts.h"

/* What is done away from the main thread, and with what. */
typedef struct
{
  char *debate_id;           /* (owned) */
  VslDebate *debate;         /* (owned) (nullable) as it is on the screen, when it is open */
  VslPad *pad;               /* (owned) (nullable) likewise */
  VslTranscript *transcript; /* (owned) (nullable) */
  GPtrArray *passages;       /* (owned) (nullable) */
  char *language;            /* (owned) (nullable) */
  VslReportPlan plan;        /* points into the above */
  gint64 now;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->debate_id);
  g_clear_object (&job->debate);
  g_clear_object (&job->pad);
  g_clear_object (&job->transcript);
  g_clear_pointer (&job->passages, g_ptr_array_unref);
  g_free (job->language);
  g_free (job);
}

/* A debate that is open is newer than what is stored. */
static Job *
make_job (VslDesk    *self,
          const char *debate_id)
{
  Job *job = g_new0 (Job, 1);

  job->debate_id = g_strdup (debate_id);
  job->now = vsl_desk_get_now (self);
  if (g_hash_table_contains (self->open_debates, debate_id))
    {
      job->debate = vsl_desk_load_debate (self, debate_id, NULL);
      job->pad = vsl_desk_load_pad (self, debate_id, NULL);
    }

  return job;
}

static VslDebate *
translate (VslDebate  *debate,
           const char *language)
{
  VslDebateFields fields = *vsl_debate_get_fields (debate);

  if (language != NULL)
    fields.language = language;

  return vsl_debate_new (&fields);
}

static char *
write_body (VslDebate           *debate,
            const VslReportPlan *plan)
{
  guint n = plan->passages != NULL ? plan->passages->len : 0, i;
  g_autofree VslPassage *texts = g_new0 (VslPassage, n + 1);

  for (i = 0; i < n; i++)
    {
      VslReportPassage *passage = g_ptr_array_index (plan->passages, i);

      texts[i].speaker = vsl_report_passage_get_speaker (passage);
      texts[i].text = vsl_report_passage_get_text (passage);
      texts[i].theme = vsl_report_passage_get_theme (passage);
    }

  return vsl_report_write_body (debate, texts, n, plan->grouping);
}

static VslArticle *
make_article (VslDebate           *stored,
              const VslReportPlan *plan)
{
  g_autoptr(VslDebate) debate = translate (stored, plan->language);
  g_autoptr(VslArticle) base = vsl_debate_make_article (debate);
  g_autofree char *body = write_body (debate, plan);
  g_autofree char *lead = plan->lead ? vsl_report_write_lead (debate) : NULL;
  VslArticleBuilder *builder = vsl_article_builder_new (base);

  vsl_article_builder_set_kind (builder, plan->kind);
  vsl_article_builder_set_text (builder, VSL_FIELD_BODY, body);
  if (lead != NULL)
    vsl_article_builder_set_text (builder, VSL_FIELD_LEAD, lead);

  return vsl_article_builder_end (builder);
}

static gpointer
store_both (VslStore *store,
            gpointer  data,
            GError  **error)
{
  Job *job = data;
  g_autoptr(VslArticle) article = NULL;
  g_autoptr(VslArticle) stored = NULL;

  if (job->debate == NULL)
    job->debate = vsl_store_load_debate (store, job->debate_id, error);
  if (job->debate == NULL)
    return NULL;

  article = make_article (job->debate, &job->plan);
  stored = vsl_store_save_article (store, article, job->now, error);
  if (stored == NULL ||
      !vsl_store_set_article_debate (store, vsl_article_get_id (stored), job->debate_id, error))
    return NULL;

  return g_steal_pointer (&stored);
}

/* All or nothing: no report that belongs to no debate. */
static gpointer
make_in_store (VslStore *store,
               gpointer  data,
               GError  **error)
{
  return vsl_store_transact (store, store_both, data, g_object_unref, error);
}

static Job *
make_report_job (VslDesk             *self,
                 const char          *debate_id,
                 const VslReportPlan *plan)
{
  Job *job = make_job (self, debate_id);

  job->passages = plan->passages != NULL ? g_ptr_array_ref (plan->passages) : NULL;
  job->language = g_strdup (plan->language);
  job->plan = *plan;
  job->plan.language = job->language;

  return job;
}

/**
 * vsl_desk_make_report:
 * @self: the desk
 * @debate_id: a debate
 * @plan: what it is begun with
 * @error: return location
 *
 * Makes an article to write around what was said, and stores it as a report of the debate. Waits for
 * the disk.
 *
 * Returns: (transfer full): the article, without a headline yet
 */
VslArticle *
vsl_desk_make_report (VslDesk              *self,
                      const char           *debate_id,
                      const VslReportPlan  *plan,
                      GError              **error)
{
  GError *cause = NULL;
  VslArticle *stored;
  Job *job;

  g_return_val_if_fail (VSL_IS_DESK (self) && debate_id != NULL && plan != NULL, NULL);

  job = make_report_job (self, debate_id, plan);
  stored = make_in_store (self->store, job, &cause);
  job_free (job);
  if (stored != NULL)
    vsl_desk_update_library (self, vsl_article_get_id (stored));
  else
    vsl_desk_fault_propagate (error, cause);

  return stored;
}

static void
made_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  VslArticle *stored = vsl_store_call_finish (VSL_STORE (object), result, &error);

  if (stored == NULL)
    {
      g_task_return_error (task, vsl_desk_fault_adopt (error));
      return;
    }

  vsl_desk_update_library (g_task_get_source_object (task), vsl_article_get_id (stored));
  g_task_return_pointer (task, stored, g_object_unref);
}

/**
 * vsl_desk_make_report_async:
 * @self: the desk
 * @debate_id: a debate
 * @plan: what it is begun with
 * @callback: called when it is stored
 * @user_data: for @callback
 *
 * Does what vsl_desk_make_report() does, without waiting.
 */
void
vsl_desk_make_report_async (VslDesk             *self,
                            const char          *debate_id,
                            const VslReportPlan *plan,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (VSL_IS_DESK (self) && debate_id != NULL && plan != NULL);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, vsl_desk_make_report_async);
  vsl_store_call_async (self->store, make_in_store, make_report_job (self, debate_id, plan),
                        job_free, g_object_unref, made_cb, task);
}

/**
 * vsl_desk_make_report_finish:
 * @self: the desk
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full): the article as it is stored; else a #VslDeskError
 */
VslArticle *
vsl_desk_make_report_finish (VslDesk       *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* What is missing is no error: a debate without a transcript has what was written down. */
static gpointer
load_in_store (VslStore *store,
               gpointer  data,
               GError  **error)
{
  Job *job = data;

  if (job->debate == NULL)
    job->debate = vsl_store_load_debate (store, job->debate_id, error);
  if (job->debate == NULL)
    return NULL;
  if (job->pad == NULL)
    job->pad = vsl_store_load_pad (store, job->debate_id, NULL);
  job->transcript = vsl_store_load_transcript (store, job->debate_id, NULL);

  return job;
}

/* A pure function of what was loaded. */
static void
list_in_thread (GTask        *task,
                gpointer      object,
                gpointer      data,
                GCancellable *cancellable)
{
  Job *job = data;

  g_task_return_pointer (task, vsl_report_passages_list (job->debate, job->transcript, job->pad),
                         (GDestroyNotify) g_ptr_array_unref);
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (vsl_store_call_finish (VSL_STORE (object), result, &error) != NULL)
    g_task_run_in_thread (task, list_in_thread);
  else
    g_task_return_error (task, vsl_desk_fault_adopt (error));
}

/**
 * vsl_desk_list_passages_async:
 * @self: the desk
 * @debate_id: a debate
 * @callback: called when they are listed
 * @user_data: for @callback
 *
 * Lists what may be quoted, see vsl_report_passages_list().
 */
void
vsl_desk_list_passages_async (VslDesk             *self,
                              const char          *debate_id,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  GTask *task;
  Job *job;

  g_return_if_fail (VSL_IS_DESK (self) && debate_id != NULL);

  job = make_job (self, debate_id);
  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, vsl_desk_list_passages_async);
  g_task_set_task_data (task, job, job_free);
  vsl_store_call_async (self->store, load_in_store, job, NULL, NULL, loaded_cb, task);
}

/**
 * vsl_desk_list_passages_finish:
 * @self: the desk
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full) (element-type VslReportPassage): the passages; else a #VslDeskError
 */
GPtrArray *
vsl_desk_list_passages_finish (VslDesk       *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
