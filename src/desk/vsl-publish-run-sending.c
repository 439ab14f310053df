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
    .overtaken = self->overtaken,
    .fresh = self->fresh,
    .own_pictures = self->own_pictures,
    .canonical_url = self->canonical_url,
  };
}

/* Requests, answers, waits and commits form a ring, cut here. */
static void update    (VslPublishRun *self);
static void create    (VslPublishRun *self);
static void look_for  (VslPublishRun *self);
static void look_for_twin (VslPublishRun *self);

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

static void
commit_and_go_on (VslPublishRun *self,
                  VslOutboxState state,
                  VslOutboxWhat  what,
                  const char    *detail,
                  void         (*next) (VslPublishRun *self))
{
  /* Should the process end, the next one starts with this row. */
  VslPublishMark mark = { state, what, detail, NULL, vsl_publish_run_get_now (self) };

  vsl_publish_run_commit (self, &mark, next);
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
      vsl_publish_run_note_rivals (self);
      return;
    }
  self->fresh = FALSE;
  if (!g_error_matches (error, VSL_CMS_ERROR, VSL_CMS_ERROR_IN_DOUBT) || !may_look_again (self))
    {
      vsl_publish_run_fail (self, error);
      return;
    }

  g_error_free (error);
  self->in_doubt = TRUE;
  vsl_publication_set_detail (self->publication, VSL_PUBLICATION_ARTICLE,
                              _("The site does not answer. Looking what came of it…"));
  commit_and_go_on (self, VSL_OUTBOX_IN_DOUBT, VSL_OUTBOX_WHAT_IN_DOUBT, NULL, wait_for_update);
}

/* An update goes to a known id, and the client holds the copy on the site against the one we last saw
 * first: when an update without an answer was carried out, repeating it changes nothing. */
static void
update (VslPublishRun *self)
{
  VslCmsRequest request = make_request (self);

  vsl_cms_update_async (self->cms, &request, self->copy, self->cancellable, updated_cb, self);
}

/* A draft that was made this moment, and is to be one, is what it is to become. */
static void
go_on_with_copy (VslPublishRun *self)
{
  if (self->fresh && self->options.as == VSL_REMOTE_DRAFT)
    vsl_publish_run_confirm (self);
  else
    update (self);
}

/* There is a copy with our token: its id is the first thing to keep. */
static void
adopt_copy (VslPublishRun *self,
            VslRemoteCopy *copy,
            gboolean       created)
{
  const char *id = vsl_remote_copy_get_remote_id (copy);

  g_set_object (&self->copy, copy);
  self->in_doubt = FALSE;
  self->looks = 0;
  vsl_publication_set_created (self->publication, created);
  if (self->fresh && self->doubted)
    commit_and_go_on (self, VSL_OUTBOX_SENDING, VSL_OUTBOX_WHAT_CREATED, id, look_for_twin);
  else if (self->fresh && self->options.as == VSL_REMOTE_DRAFT)
    go_on_with_copy (self);
  else
    commit_and_go_on (self, VSL_OUTBOX_SENDING,
                      self->fresh ? VSL_OUTBOX_WHAT_CREATED : VSL_OUTBOX_WHAT_ADOPTED, id,
                      go_on_with_copy);
}

/* Ours is in the trash now, or it is not: it can be found by its mark in any case. */
static void
twin_trashed_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  VslPublishRun *self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(VslRemoteCopy) trashed = vsl_cms_update_finish (VSL_CMS (object), result, &error);

  if (trashed != NULL)
    {
      commit_and_go_on (self, VSL_OUTBOX_SENDING, VSL_OUTBOX_WHAT_TWIN,
                        vsl_remote_copy_get_remote_id (trashed), update);
      return;
    }

  g_debug ("a twin stays: %s", error->message);
  vsl_publication_add_warning (self->publication,
                               _("An earlier attempt arrived after all, so the site has a second draft of "
                                 "this article. Remove it there; readers do not see it."));
  update (self);
}

/* The oldest copy with our token is the one. When that is not the draft that was just made, an earlier
 * request arrived after all: ours goes into the trash, which the client does only to what is as we left
 * it. */
static void
twin_looked_for_cb (GObject      *object,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  VslPublishRun *self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(VslRemoteCopy) oldest = vsl_cms_find_finish (VSL_CMS (object), result, &error);
  g_autoptr(VslRemoteCopy) ours = NULL;
  VslCmsRequest request = make_request (self);

  if (oldest == NULL || g_strcmp0 (vsl_remote_copy_get_remote_id (oldest),
                                   vsl_remote_copy_get_remote_id (self->copy)) == 0)
    {
      /* Found nothing or failed: what was just made is there, for the site said so. */
      go_on_with_copy (self);
      return;
    }

  ours = g_object_ref (self->copy);
  g_set_object (&self->copy, oldest);
  self->fresh = FALSE;
  request.status = VSL_REMOTE_TRASH;
  request.at = 0;
  request.fresh = FALSE;
  vsl_cms_update_async (self->cms, &request, ours, self->cancellable, twin_trashed_cb, self);
}

static void
look_for_twin (VslPublishRun *self)
{
  vsl_cms_find_async (self->cms, vsl_outbox_row_get_token (self->row), self->cancellable,
                      twin_looked_for_cb, self);
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
      self->fresh = TRUE;
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

  self->patience = vsl_cms_error_get_retry_after (error);
  g_error_free (error);
  self->in_doubt = TRUE;
  self->doubted = TRUE;
  self->looks = 0;
  vsl_publication_set_detail (self->publication, VSL_PUBLICATION_ARTICLE,
                              _("The site does not answer. Looking whether the article arrived…"));
  commit_and_go_on (self, VSL_OUTBOX_IN_DOUBT, VSL_OUTBOX_WHAT_IN_DOUBT, NULL, wait_for_copy);
}

static void
create (VslPublishRun *self)
{
  VslCmsRequest request = make_request (self);

  self->creates++;
  vsl_cms_create_async (self->cms, &request, self->cancellable, created_cb, self);
}

/* Not found is no proof that it is not there when the site asked to be left alone, or answered a draft
 * with something strange: whoever answers then may be another one, or not know yet. */
static gboolean
may_create (VslPublishRun *self)
{
  return self->creates == 0 || (self->creates == 1 && self->patience == 0);
}

static void
fail_in_doubt (VslPublishRun *self)
{
  GError *error = g_error_new_literal (VSL_CMS_ERROR, VSL_CMS_ERROR_IN_DOUBT, "");

  vsl_cms_error_set_retry_after (error, self->patience);
  vsl_publish_run_fail (self, error);
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
  else if (self->options.as == VSL_REMOTE_TRASH)
    vsl_publish_run_fail (self, g_error_new_literal (VSL_CMS_ERROR, VSL_CMS_ERROR_NOT_FOUND, ""));
  else if (may_create (self))
    commit_and_go_on (self, VSL_OUTBOX_SENDING, VSL_OUTBOX_WHAT_ABSENT, NULL, create);
  else
    fail_in_doubt (self);
}

static void
look_for (VslPublishRun *self)
{
  vsl_cms_find_async (self->cms, vsl_outbox_row_get_token (self->row), self->cancellable,
                      looked_cb, self);
}

static void
theirs_kept_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  VslPublishRun *self = user_data;
  GError *error = NULL;

  /* What is not kept is not replaced. */
  if (vsl_publish_record_keep_theirs_finish (VSL_STORE (object), result, &error))
    update (self);
  else
    vsl_publish_run_fail (self, error);
}

/* What somebody else made of it there may be replaced, once it is kept here. */
static void
theirs_read_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  VslPublishRun *self = user_data;
  GError *error = NULL;
  g_autoptr(VslRemoteCopy) copy = vsl_cms_fetch_finish (VSL_CMS (object), result, &error);

  if (copy == NULL)
    {
      vsl_publish_run_fail (self, error);
      return;
    }

  g_set_object (&self->copy, copy);
  if (vsl_remote_copy_get_text (copy) != NULL)
    vsl_publish_record_keep_theirs (self->context->store, vsl_outbox_row_get_row_id (self->row),
                                    vsl_remote_copy_get_text (copy), theirs_kept_cb, self);
  else
    update (self);
}

/* The intent is on the disk; from here on something may be sent. A pair that had a row before may have
 * a copy that we never heard of. */
static void
look_and_send (VslPublishRun *self)
{
  if (self->copy != NULL && self->options.overwrite)
    vsl_cms_fetch_async (self->cms, vsl_remote_copy_get_remote_id (self->copy), self->cancellable,
                         theirs_read_cb, self);
  else if (self->copy != NULL)
    update (self);
  else if (self->known)
    look_for (self);
  else
    create (self);
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
  vsl_publication_begin_stage (self->publication, VSL_PUBLICATION_ARTICLE);
  self->in_doubt = self->copy == NULL && self->doubt_since != 0;
  self->doubted = self->in_doubt;
  if (self->in_doubt && vsl_publish_run_get_now (self) - self->doubt_since >= OLD_ENOUGH)
    self->looks = G_N_ELEMENTS (look_after);
  commit_and_go_on (self, self->in_doubt ? VSL_OUTBOX_IN_DOUBT : VSL_OUTBOX_SENDING,
                    VSL_OUTBOX_WHAT_SENDING, NULL, look_and_send);
}
