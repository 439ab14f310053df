/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "config.h"

#include "desk/vsl-save-job.h"

#include "core/vsl-article-builder.h"
#include "core/vsl-text.h"
#include "store/vsl-store-snapshots.h"

#include <glib/gi18n.h>

/* What stands on the disk is kept as a version before it is written over, if the last one is this old. */
#define KEEP_EVERY (60 * G_USEC_PER_SEC)

/* In the store thread: stores the text on top of @revision. */
static VslArticle *
save_on_revision (VslStore   *store,
                  VslSaveJob *job,
                  gint64      revision,
                  GError    **error)
{
  VslArticleBuilder *builder = vsl_article_builder_new (job->article);
  g_autoptr(VslArticle) article = NULL;

  vsl_article_builder_set_revision (builder, revision);
  article = vsl_article_builder_end (builder);

  return vsl_store_save_article (store, article, job->now, error);
}

/* In the store thread. The lock file keeps every other process out, so a row that is newer than we
 * thought was written by this process: the text on the screen is the newest there is, and goes on top. */
static VslArticle *
save_article (VslStore   *store,
              VslSaveJob *job,
              GError    **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(VslArticle) current = NULL;
  VslArticle *stored;

  stored = save_on_revision (store, job, job->slot->revision, &local_error);
  if (stored != NULL)
    return stored;
  if (!g_error_matches (local_error, VSL_STORE_ERROR, VSL_STORE_ERROR_CONFLICT))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  current = vsl_store_load_article (store, vsl_article_get_id (job->article), error);
  if (current == NULL)
    return NULL;

  return save_on_revision (store, job, vsl_article_get_revision (current), error);
}

/* In the store thread: the first save of a run keeps what was there when the article was opened, and
 * after that each minute of work keeps one. An article that is still empty is no version. */
static gboolean
keep_version (VslStore   *store,
              VslSaveJob *job,
              GError    **error)
{
  const char *id = vsl_article_get_id (job->article);
  g_autoptr(VslArticleSummary) summary = NULL;
  g_autoptr(VslSnapshot) snapshot = NULL;

  if (job->slot->kept_at != 0 && job->now - job->slot->kept_at < KEEP_EVERY)
    return TRUE;

  summary = vsl_store_load_summary (store, id, error);
  if (summary == NULL)
    return FALSE;
  if (vsl_article_summary_get_words (summary) == 0 &&
      vsl_text_is_blank (vsl_article_summary_get_headline (summary)))
    return TRUE;

  snapshot = vsl_store_add_snapshot (store, id, VSL_SNAPSHOT_MINUTE, NULL, job->now, error);

  return snapshot != NULL;
}

/* A VslStoreFunc, in one transaction: the version, the text and the place of the cursor. */
static gpointer
save_together (VslStore *store,
               gpointer  data,
               GError  **error)
{
  VslSaveJob *job = data;
  g_autoptr(VslArticle) stored = NULL;

  if (!keep_version (store, job, error))
    return NULL;

  stored = save_article (store, job, error);
  if (stored == NULL ||
      (job->has_view &&
       !vsl_store_save_view (store, vsl_article_get_id (stored), &job->view, error)))
    return NULL;

  return g_steal_pointer (&stored);
}

/* In the store thread: what the person reads when a save failed, with where the text is now. */
static void
rescue_article (VslSaveJob *job,
                GError    **error)
{
  g_autoptr(GError) rescue_error = NULL;
  g_autofree char *path = vsl_rescue_write (job->rescue, job->article, &rescue_error);
  g_autofree char *message = NULL;

  job->slot->rescued = TRUE;
  if (path != NULL)
    message = g_strdup_printf (_("%s A copy of your text is in “%s”."), (*error)->message, path);
  else
    message = g_strdup_printf (_("%s No copy could be kept elsewhere either: copy your text to "
                                 "another program before you close this window."),
                               (*error)->message);

  g_free ((*error)->message);
  (*error)->message = g_steal_pointer (&message);
}

/**
 * vsl_save_job_new:
 * @article: (transfer full): the snapshot; stored already once, so that it has an id
 * @rescue: the second place
 * @slot: what the document shares between its saves
 * @now: µs since 1970 UTC
 *
 * Returns: (transfer full): a job for vsl_save_job_run()
 */
VslSaveJob *
vsl_save_job_new (VslArticle  *article,
                  VslRescue   *rescue,
                  VslSaveSlot *slot,
                  gint64       now)
{
  VslSaveJob *self = g_new0 (VslSaveJob, 1);

  self->article = article;
  self->rescue = g_object_ref (rescue);
  self->slot = g_atomic_rc_box_acquire (slot);
  self->now = now;

  return self;
}

/**
 * vsl_save_job_free:
 * @self: (transfer full): the job
 *
 * Drops the job. Any thread.
 */
void
vsl_save_job_free (VslSaveJob *self)
{
  g_clear_object (&self->article);
  g_clear_object (&self->rescue);
  g_clear_pointer (&self->slot, g_atomic_rc_box_release);
  g_free (self);
}

/**
 * vsl_save_job_run:
 * @store: the store
 * @data: a #VslSaveJob
 * @error: return location
 *
 * Stores the snapshot; a #VslStoreFunc. When it fails, the text goes to the second place and the
 * message tells where.
 *
 * Returns: (transfer full): a #VslSaveResult
 */
gpointer
vsl_save_job_run (VslStore *store,
                  gpointer  data,
                  GError  **error)
{
  VslSaveJob *job = data;
  g_autoptr(GError) local_error = NULL;
  g_autoptr(VslSaveResult) result = g_new0 (VslSaveResult, 1);
  const char *id = vsl_article_get_id (job->article);

  result->article = vsl_store_transact (store, save_together, job, g_object_unref, &local_error);
  if (result->article == NULL)
    {
      rescue_article (job, &local_error);
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  job->slot->revision = vsl_article_get_revision (result->article);
  if (job->slot->kept_at == 0 || job->now - job->slot->kept_at >= KEEP_EVERY)
    job->slot->kept_at = job->now;
  if (job->slot->rescued)
    vsl_rescue_remove (job->rescue, id);
  job->slot->rescued = FALSE;

  /* The row of the library is a courtesy: the text is safe without it. */
  result->summary = vsl_store_load_summary (store, id, NULL);

  return g_steal_pointer (&result);
}

/**
 * vsl_save_result_free:
 * @self: (transfer full): the result
 *
 * Drops the result. Any thread.
 */
void
vsl_save_result_free (VslSaveResult *self)
{
  g_clear_object (&self->article);
  g_clear_object (&self->summary);
  g_free (self);
}
