/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "config.h"

#include "desk/vsl-publish-run-private.h"

#include "desk/vsl-publication-private.h"
#include "desk/vsl-publish-record.h"

#include <glib/gi18n.h>

/* The part of a publication that talks with the site about the article, from the intent on the disk
 * to the answer that it is there. */

/* After a request without an answer the site is asked what came of it, after these units of time. A
 * request that is still under way, or a copy of the site's database that lags, gets its chance. */
static const guint look_after[] = { 1, 3, 10 };

/* A row that was left this long ago has no request under way any more: one look is enough. */
#define OLD_ENOUGH (60 * G_USEC_PER_SEC)

static VslCmsRequest
make_request (VslPublishRun *self)
{
  return (VslCmsRequest) {
    .article = self->article,
    .token = vsl_outbox_row_get_token (self->row),
    .status = self->options.as,
    .at = self->options.as == VSL_REMOTE_FUTURE ? self->options.at : 0,
    .create_terms = self->options.create_terms,
    .placement = self->options.placement,
    .warnings = self->warnings,
  };
}

/* Requests, answers, waits and commits form a ring, cut here. */
static void update    (VslPublishRun *self);
static void create    (VslPublishRun *self);
static void look_for  (VslPublishRun *self);

static gboolean
waited_cb (gpointer user_data)
{
  VslPublishRun *self = user_data;

  self->timer = 0;
  self->look (self);

  return G_SOURCE_REMOVE;
}

/* Waits before the next look. */
static void
wait_and_look (VslPublishRun *self,
               void         (*look) (VslPublishRun *self))
{
  if (self->hurry)
    {
      vsl_publish_run_fail (self, g_error_new_literal (VSL_CMS_ERROR, VSL_CMS_ERROR_IN_DOUBT, ""));
      return;
    }

  self->look = look;
  self->timer = g_timeout_add (look_after[self->looks] * self->context->look_ms, waited_cb, self);
  self->looks++;
}

static gboolean
may_look_again (VslPublishRun *self)
{
  return self->looks < G_N_ELEMENTS (look_after);
}

/* A row on the way to the disk, and where to go on from there. */
typedef struct
{
  VslPublishRun *run;
  void (*next) (VslPublishRun *self);
} Commit;

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

static void
commit_and_go_on (VslPublishRun  *self,
                  VslOutboxState  state,
                  void          (*next) (VslPublishRun *self))
{
  g_autoptr(VslOutboxRow) row = vsl_publish_run_make_row (self, state, NULL);
  Commit *commit = g_new0 (Commit, 1);

  commit->run = self;
  commit->next = next;
  vsl_publish_record_commit (self->context->store, row, vsl_publish_run_get_now (self), row_committed_cb, commit);
}

static void
wait_for_update (VslPublishRun *self)
{
  wait_and_look (self, update);
}

static void
wait_for_copy (VslPublishRun *self)
{
  wait_and_look (self, look_for);
}

static void
updated_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  VslPublishRun *self = user_data;
  GError *error = NULL;
  g_autoptr(VslRemoteCopy) copy = vsl_cms_update_finish (VSL_CMS (object), result, &error);

  if (copy != NULL)
    {
      self->in_doubt = FALSE;
      g_set_object (&self->copy, copy);
      vsl_publish_run_confirm (self);
      return;
    }
  if (!g_error_matches (error, VSL_CMS_ERROR, VSL_CMS_ERROR_IN_DOUBT) || !may_look_again (self))
    {
      vsl_publish_run_fail (self, error);
      return;
    }

  g_error_free (error);
  self->in_doubt = TRUE;
  vsl_publication_set_detail (self->publication, VSL_PUBLICATION_ARTICLE,
                              _("The site does not answer. Looking what came of it…"));
  commit_and_go_on (self, VSL_OUTBOX_IN_DOUBT, wait_for_update);
}

/* An update goes to a known id, and the client holds the copy on the site against the one we last saw
 * first: when an update without an answer was carried out, repeating it changes nothing. */
static void
update (VslPublishRun *self)
{
  VslCmsRequest request = make_request (self);

  vsl_cms_update_async (self->cms, &request, self->copy, self->cancellable, updated_cb, self);
}

/* There is a copy with our token: its id is the first thing to keep. */
static void
adopt_copy (VslPublishRun *self,
            VslRemoteCopy *copy,
            gboolean       created)
{
  g_set_object (&self->copy, copy);
  self->in_doubt = FALSE;
  self->looks = 0;
  vsl_publication_set_created (self->publication, created);
  commit_and_go_on (self, VSL_OUTBOX_SENDING, update);
}

static void
created_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  VslPublishRun *self = user_data;
  GError *error = NULL;
  g_autoptr(VslRemoteCopy) copy = vsl_cms_create_finish (VSL_CMS (object), result, &error);

  if (copy != NULL)
    {
      adopt_copy (self, copy, TRUE);
      return;
    }
  if (!g_error_matches (error, VSL_CMS_ERROR, VSL_CMS_ERROR_IN_DOUBT))
    {
      /* Refused for certain: there is nothing to look for. */
      self->in_doubt = FALSE;
      vsl_publish_run_fail (self, error);
      return;
    }

  g_error_free (error);
  self->in_doubt = TRUE;
  self->looks = 0;
  vsl_publication_set_detail (self->publication, VSL_PUBLICATION_ARTICLE,
                              _("The site does not answer. Looking whether the article arrived…"));
  commit_and_go_on (self, VSL_OUTBOX_IN_DOUBT, wait_for_copy);
}

static void
create (VslPublishRun *self)
{
  VslCmsRequest request = make_request (self);

  self->creates++;
  vsl_cms_create_async (self->cms, &request, self->cancellable, created_cb, self);
}

static void
looked_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  VslPublishRun *self = user_data;
  GError *error = NULL;
  g_autoptr(VslRemoteCopy) copy = vsl_cms_find_finish (VSL_CMS (object), result, &error);

  if (copy != NULL)
    adopt_copy (self, copy, self->creates > 0);
  else if (error != NULL && (!self->in_doubt || !may_look_again (self)))
    vsl_publish_run_fail (self, error);
  else if (self->in_doubt && may_look_again (self))
    {
      g_clear_error (&error);
      wait_and_look (self, look_for);
    }
  else if (self->creates < 2)
    commit_and_go_on (self, VSL_OUTBOX_SENDING, create);
  else
    vsl_publish_run_fail (self, g_error_new_literal (VSL_CMS_ERROR, VSL_CMS_ERROR_IN_DOUBT, ""));
}

static void
look_for (VslPublishRun *self)
{
  vsl_cms_find_async (self->cms, vsl_outbox_row_get_token (self->row), self->cancellable,
                      looked_cb, self);
}

/* The intent is on the disk; from here on something may be sent. A pair that had a row before may have
 * a copy that we never heard of. */
static void
look_and_send (VslPublishRun *self)
{
  if (self->copy != NULL)
    update (self);
  else
    look_for (self);
}

/**
 * vsl_publish_run_send:
 * @self: the run
 *
 * Commits the intent, and sends.
 */
void
vsl_publish_run_send (VslPublishRun *self)
{
  VslOutboxRow *before = self->row;
  VslOutboxState state = before != NULL ? vsl_outbox_row_get_state (before) : VSL_OUTBOX_QUEUED;

  vsl_publication_begin_stage (self->publication, VSL_PUBLICATION_ARTICLE);
  if (before == NULL)
    {
      commit_and_go_on (self, VSL_OUTBOX_SENDING, create);
      return;
    }

  g_set_object (&self->copy, vsl_outbox_row_get_copy (before));
  self->in_doubt = self->copy == NULL &&
                   (state == VSL_OUTBOX_IN_DOUBT || state == VSL_OUTBOX_SENDING);
  if (self->in_doubt && vsl_publish_run_get_now (self) - vsl_outbox_row_get_updated_at (before) >= OLD_ENOUGH)
    self->looks = G_N_ELEMENTS (look_after);
  commit_and_go_on (self, self->in_doubt ? VSL_OUTBOX_IN_DOUBT : VSL_OUTBOX_SENDING,
                    look_and_send);
}
