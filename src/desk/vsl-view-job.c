/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "desk/vsl-view-job.h"

typedef struct
{
  char *article_id; /* (owned) */
  VslArticleView view;
} ViewJob;

static void
view_job_free (ViewJob *job)
{
  g_free (job->article_id);
  g_free (job);
}

/* A VslStoreFunc. */
static gpointer
save_view_in_store (VslStore  *store,
                    gpointer   data,
                    GError   **error)
{
  ViewJob *job = data;

  return GINT_TO_POINTER (vsl_store_save_view (store, job->article_id, &job->view, error));
}

/**
 * vsl_view_job_start:
 * @store: where the article is kept
 * @article_id: a whole id
 * @view: where the person is in it
 *
 * Brings the place of the cursor alone to the disk, in the store thread. Nobody hears of the end.
 */
void
vsl_view_job_start (VslStore             *store,
                    const char           *article_id,
                    const VslArticleView *view)
{
  ViewJob *job = g_new0 (ViewJob, 1);

  job->article_id = g_strdup (article_id);
  job->view = *view;
  vsl_store_call_async (store, save_view_in_store, job, (GDestroyNotify) view_job_free, NULL, NULL,
                        NULL);
}
