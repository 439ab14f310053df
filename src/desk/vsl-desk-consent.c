/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "desk/vsl-check-runner-private.h"
#include "desk/vsl-desk-checks.h"
#include "desk/vsl-desk-private.h"
#include "desk/vsl-desk-reviews.h"

/* What is to be read or noted, for the thread that checks. */
typedef struct
{
  VslArticle *article; /* (owned) (nullable) */
  char *article_id;    /* (owned) (nullable) */
  VslReviewStep *step; /* (owned) (nullable) */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->article);
  g_clear_object (&job->step);
  g_free (job->article_id);
  g_free (job);
}

static void
start (GTask              *task,
       VslArticle         *article,
       const char         *article_id,
       VslReviewStep      *step,
       VslCheckRunnerFunc  func)
{
  VslDesk *self = g_task_get_source_object (task);
  Job *job = g_new0 (Job, 1);

  if (article != NULL)
    job->article = g_object_ref (article);
  job->article_id = g_strdup (article_id);
  job->step = step;
  g_task_set_task_data (task, job, job_free);
  vsl_check_runner_push (vsl_desk_get_check_runner (self), task, func);
}

static void
load (GTask *task)
{
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;
  VslConsent *consent;

  if (g_task_return_error_if_cancelled (task))
    return;

  consent = vsl_desk_load_consent (g_task_get_source_object (task), job->article, &error);
  if (consent != NULL)
    g_task_return_pointer (task, consent, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * vsl_desk_load_consent_async:
 * @self: the desk
 * @article: an article as it is now
 * @cancellable: (nullable): what makes the answer superfluous
 * @callback: called with the answer
 * @user_data: for @callback
 *
 * As vsl_desk_load_consent(), without waiting. Main thread.
 */
void
vsl_desk_load_consent_async (VslDesk             *self,
                             VslArticle          *article,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (VSL_IS_DESK (self) && VSL_IS_ARTICLE (article));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, vsl_desk_load_consent_async);
  start (task, article, NULL, NULL, load);
}

/**
 * vsl_desk_load_consent_finish:
 * @self: the desk
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full): see vsl_desk_load_consent()
 */
VslConsent *
vsl_desk_load_consent_finish (VslDesk       *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
add_step (GTask *task)
{
  VslDesk *self = g_task_get_source_object (task);
  Job *job = g_task_get_task_data (task);
  const VslReviewStepFields *step = vsl_review_step_get_fields (job->step);
  GError *error = NULL;
  VslReview *review;

  if (step->what == VSL_REVIEW_RENAMED)
    review = vsl_desk_rename_review (self, job->article, step->name, step->note, &error);
  else
    review = vsl_desk_add_review_step (self, job->article, step, &error);

  if (review != NULL)
    g_task_return_pointer (task, review, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * vsl_desk_add_review_step_async:
 * @self: the desk
 * @article: an article as it is now
 * @step: what happened; copied
 * @cancellable: (nullable): is passed on, and stops nothing
 * @callback: called when it is in the ledger, or cannot be
 * @user_data: for @callback
 *
 * As vsl_desk_add_review_step(), or vsl_desk_rename_review() to the name that is the note, without
 * waiting. Main thread.
 */
void
vsl_desk_add_review_step_async (VslDesk                   *self,
                                VslArticle                *article,
                                const VslReviewStepFields *step,
                                GCancellable              *cancellable,
                                GAsyncReadyCallback        callback,
                                gpointer                   user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (VSL_IS_DESK (self) && VSL_IS_ARTICLE (article) && step != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, vsl_desk_add_review_step_async);
  g_task_set_check_cancellable (task, FALSE);
  start (task, article, NULL, vsl_review_step_new (step), add_step);
}

/**
 * vsl_desk_add_review_step_finish:
 * @self: the desk
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full): the review as it is then
 */
VslReview *
vsl_desk_add_review_step_finish (VslDesk       *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
change_embargo (GTask *task)
{
  VslDesk *self = g_task_get_source_object (task);
  Job *job = g_task_get_task_data (task);
  const VslReviewStepFields *step = vsl_review_step_get_fields (job->step);
  GError *error = NULL;
  gboolean kept;

  if (step->what == VSL_REVIEW_OVERRIDDEN)
    kept = vsl_desk_override_embargo (self, job->article_id, step->note, &error);
  else
    kept = vsl_desk_set_embargo (self, job->article_id, step->moment, step->note, &error);
  if (kept)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * vsl_desk_change_embargo_async:
 * @self: the desk
 * @article_id: the id of an article
 * @what: %VSL_REVIEW_EMBARGOED to set, move or lift it, %VSL_REVIEW_OVERRIDDEN to override it
 * @until: the first moment at which it may appear, µs since 1970 UTC; 0: at any time
 * @note: (nullable): with whom it was agreed, or why it is overridden
 * @cancellable: (nullable): is passed on, and stops nothing
 * @callback: called when it is in the ledger, or cannot be
 * @user_data: for @callback
 *
 * As vsl_desk_set_embargo() and vsl_desk_override_embargo(), without waiting. Main thread.
 */
void
vsl_desk_change_embargo_async (VslDesk             *self,
                               const char          *article_id,
                               VslReviewWhat        what,
                               gint64               until,
                               const char          *note,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  VslReviewStepFields step = { .what = what, .moment = until, .note = note };
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (VSL_IS_DESK (self) && article_id != NULL);
  g_return_if_fail (what == VSL_REVIEW_EMBARGOED || what == VSL_REVIEW_OVERRIDDEN);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, vsl_desk_change_embargo_async);
  g_task_set_check_cancellable (task, FALSE);
  start (task, NULL, article_id, vsl_review_step_new (&step), change_embargo);
}

/**
 * vsl_desk_change_embargo_finish:
 * @self: the desk
 * @result: the result
 * @error: return location
 *
 * Returns: whether it was kept
 */
gboolean
vsl_desk_change_embargo_finish (VslDesk       *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
