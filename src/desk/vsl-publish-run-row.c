/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "desk/vsl-publish-run-private.h"

#include "desk/vsl-publish-record.h"

/* The row of the outbox, as a run leaves it on the disk at every step. */

/* A row on the way to the disk, and where to go on from there. */
typedef struct
{
  VslPublishRun *run;
  void (*next) (VslPublishRun *self);
} Commit;

static VslOutboxPlan
make_plan (VslPublishRun        *self,
           const VslPublishMark *mark,
           const char           *options)
{
  VslOutboxPlan plan = { 0 };

  if (self->row != NULL)
    plan = *vsl_outbox_row_get_plan (self->row);
  plan.options = options;
  plan.snapshot = self->snapshot;
  plan.next_at = mark->next_at;
  plan.attempts = self->attempt;
  if (mark->state == VSL_OUTBOX_CONFIRMED)
    {
      plan.attempts = 0;
      plan.base_snapshot = self->snapshot;
      if (self->options.as != VSL_REMOTE_TRASH)
        plan.base_length = g_utf8_strlen (vsl_article_get_text (self->article, VSL_FIELD_BODY), -1);
    }

  return plan;
}

static void
row_committed_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autofree Commit *commit = user_data;
  VslPublishRun *self = commit->run;
  GError *error = NULL;
  g_autoptr(VslOutboxRow) row =
    vsl_publish_record_commit_finish (VSL_STORE (object), result, &error);

  if (row == NULL)
    {
      vsl_publish_run_end_badly (self, error);
      return;
    }

  self->committed = TRUE;
  g_set_object (&self->row, row);
  commit->next (self);
}

/**
 * vsl_publish_run_make_row:
 * @self: the run
 * @mark: what happens to the row
 *
 * For the files of the run.
 *
 * Returns: (transfer full): the row of the outbox as it is to be
 */
VslOutboxRow *
vsl_publish_run_make_row (VslPublishRun        *self,
                          const VslPublishMark *mark)
{
  g_autofree char *options = vsl_publication_options_to_json (&self->options);
  VslOutboxPlan plan = make_plan (self, mark, options);
  g_autoptr(VslOutboxRow) bare =
    vsl_outbox_row_new (0, self->article_id, vsl_site_get_name (self->site),
                        self->row != NULL ? vsl_outbox_row_get_token (self->row) : "",
                        mark->state, self->revision, self->options.as, self->options.at, self->copy,
                        mark->message, vsl_publish_run_get_now (self));

  return vsl_outbox_row_new_with_plan (bare, &plan);
}

/**
 * vsl_publish_run_commit:
 * @self: the run
 * @mark: what happens to the row
 * @next: where to go on once that is on the disk
 *
 * For the files of the run. Ends the run when the store does not take it.
 */
void
vsl_publish_run_commit (VslPublishRun        *self,
                        const VslPublishMark *mark,
                        void                (*next) (VslPublishRun *self))
{
  g_autoptr(VslOutboxRow) row = vsl_publish_run_make_row (self, mark);
  Commit *commit = g_new0 (Commit, 1);

  commit->run = self;
  commit->next = next;
  vsl_publish_record_commit (self->context->store, row, mark->what, mark->detail,
                             vsl_publish_run_get_now (self), row_committed_cb, commit);
}
