/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "config.h"

#include "desk/vsl-publish-run-private.h"

#include "core/vsl-article-builder.h"
#include "core/vsl-text.h"
#include "desk/vsl-desk-fault.h"
#include "desk/vsl-publication-private.h"
#include "desk/vsl-publication-words.h"
#include "desk/vsl-publish-record.h"

#include <glib/gi18n.h>

/* How a publication ends: well, or not, and what is kept of that. */

/* Last of all: who holds the run lets it go. */
static void
end (VslPublishRun *self)
{
  self->ended = TRUE;
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_handle_id (&self->hurry_timer, g_source_remove);
  g_signal_emit_by_name (self, "ended");
  g_object_unref (self);
}

/**
 * vsl_publish_run_end_badly:
 * @self: the run
 * @error: (transfer full): why
 *
 * Ends the run as it is, for when the store takes nothing more: a row that stays `sending` is looked
 * at in the next run.
 */
void
vsl_publish_run_end_badly (VslPublishRun *self,
                           GError        *error)
{
  vsl_publication_fail (self->publication, self->row, vsl_desk_fault_adopt (error));
  end (self);
}

/* What passes by itself: no network, a site that is down or has too much to do. An address that was
 * good when the site was set up is such a case too, and so is the page of a guest network. */
static gboolean
passes (const GError *error)
{
  return g_error_matches (error, VSL_CMS_ERROR, VSL_CMS_ERROR_BUSY) ||
         g_error_matches (error, VSL_CMS_ERROR, VSL_CMS_ERROR_ADDRESS) ||
         g_error_matches (error, VSL_CMS_ERROR, VSL_CMS_ERROR_NOT_A_SITE);
}

/* What a failed publication is, as long as nobody does anything. */
static VslOutboxState
classify_failure (VslPublishRun *self,
                  const GError  *error)
{
  if (self->in_doubt || g_error_matches (error, VSL_CMS_ERROR, VSL_CMS_ERROR_IN_DOUBT))
    return VSL_OUTBOX_IN_DOUBT;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return VSL_OUTBOX_IN_DOUBT;
  if (g_error_matches (error, VSL_CMS_ERROR, VSL_CMS_ERROR_CONFLICT))
    return VSL_OUTBOX_CONFLICT;
  if (passes (error))
    return self->doubt_since != 0 && self->copy == NULL ? VSL_OUTBOX_IN_DOUBT : VSL_OUTBOX_QUEUED;

  return VSL_OUTBOX_BLOCKED;
}

/* What this says about the origin. That it refuses one thing says nothing. */
static void
note_contact (VslPublishRun *self,
              const GError  *error)
{
  if (self->put_off_until != 0 || self->cms == NULL || error->domain != VSL_CMS_ERROR)
    return;

  if (passes (error) || g_error_matches (error, VSL_CMS_ERROR, VSL_CMS_ERROR_IN_DOUBT))
    self->contact = VSL_PUBLISH_FAILED;
  else if (g_error_matches (error, VSL_CMS_ERROR, VSL_CMS_ERROR_AUTH))
    self->contact = VSL_PUBLISH_REFUSED;
  else
    self->contact = VSL_PUBLISH_ANSWERED;
}

/* What is there now, of what did not go on for certain. */
static const char *
describe_stored (VslPublishRun *self)
{
  if (self->copy == NULL)
    return _("Nothing was stored there.");
  if (vsl_publication_get_created (self->publication))
    return _("Only a draft of it is there, which readers do not see.");

  return _("The article there is as it was.");
}

/* Whether the sentence of the client leaves open what was stored. Those about an answer that says
 * that something is there, but not as it should be, do not. */
static gboolean
leaves_open (VslPublishRun *self,
             const GError  *error)
{
  if (self->cms == NULL)
    return FALSE;

  return g_error_matches (error, VSL_CMS_ERROR, VSL_CMS_ERROR_AUTH) ||
         g_error_matches (error, VSL_CMS_ERROR, VSL_CMS_ERROR_TOO_LARGE) ||
         (g_error_matches (error, VSL_CMS_ERROR, VSL_CMS_ERROR_FORBIDDEN) && self->copy == NULL) ||
         (g_error_matches (error, VSL_CMS_ERROR, VSL_CMS_ERROR_FAILED) && self->copy == NULL &&
          self->creates == 0);
}

/* The error as it is told to the person: what is wrong, what to do, and what is there. */
static GError *
word_failure (VslPublishRun  *self,
              VslOutboxState  state,
              const GError   *error)
{
  g_autofree char *site = vsl_publication_words_site (self->site);
  g_autofree char *message = NULL;

  if (state == VSL_OUTBOX_QUEUED)
    {
      g_autoptr(GError) adopted = vsl_desk_fault_adopt (g_error_copy (error));

      message = g_strdup_printf (_("%s %s The article waits in the outbox, and Verslag sends it by itself "
                                   "when the site can be reached."), error->message, describe_stored (self));
      return vsl_desk_error_new (VSL_DESK_ERROR_REMOTE, vsl_desk_error_get_code (adopted), message);
    }
  if (state == VSL_OUTBOX_IN_DOUBT)
    {
      message = g_strdup_printf (_("%s did not answer as it should, so it is not certain whether the article "
                                   "arrived. It waits in the outbox: Verslag looks there before it sends "
                                   "anything again, and puts nothing there twice."), site);
      return vsl_desk_error_new (VSL_DESK_ERROR_REMOTE, "in-doubt", message);
    }
  if (state == VSL_OUTBOX_CONFLICT)
    {
      message = g_strdup_printf (_("The article on %s was changed there since it was last published. "
                                   "Nothing was sent, and both versions are kept. Choose one of them."),
                                 site);
      return vsl_desk_error_new (VSL_DESK_ERROR_CONFLICT, "conflict", message);
    }
  if (g_error_matches (error, VSL_CMS_ERROR, VSL_CMS_ERROR_NOT_FOUND))
    {
      message = g_strdup_printf (_("The article is no longer on %s: somebody removed it there. "
                                   "Publish again to put it there anew."), site);
      return vsl_desk_error_new (VSL_DESK_ERROR_CONFLICT, "gone", message);
    }
  if (leaves_open (self, error))
    {
      g_autoptr(GError) adopted = vsl_desk_fault_adopt (g_error_copy (error));

      message = g_strdup_printf ("%s %s", error->message, describe_stored (self));
      return vsl_desk_error_new (VSL_DESK_ERROR_REMOTE, vsl_desk_error_get_code (adopted), message);
    }

  return vsl_desk_fault_adopt (g_error_copy (error));
}

/* A failure that is being recorded. */
typedef struct
{
  VslPublishRun *run;
  GError *error; /* (owned) */
} Failure;

static void
failure_committed_cb (GObject      *object,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  Failure *failure = user_data;
  VslPublishRun *self = failure->run;
  g_autoptr(GError) error = NULL;
  g_autoptr(VslOutboxRow) row =
    vsl_publish_record_commit_finish (VSL_STORE (object), result, &error);

  /* A row that could not be written stays as it is, which the next run takes for in doubt. */
  if (row != NULL)
    g_set_object (&self->row, row);
  else
    g_debug ("recording a failure: %s", error->message);
  vsl_publish_run_end_badly (self, g_steal_pointer (&failure->error));
  g_free (failure);
}

static gint64
choose_next (VslPublishRun  *self,
             VslOutboxState  state,
             const GError   *error)
{
  const VslPublishContext *context = self->context;

  if (state != VSL_OUTBOX_QUEUED && state != VSL_OUTBOX_IN_DOUBT)
    return 0;
  if (self->put_off_until != 0)
    return self->put_off_until;

  return vsl_publish_run_get_now (self) +
         vsl_publish_circuit_get_delay (self->attempt, vsl_cms_error_get_retry_after (error),
                                        context->chance (context->chance_data));
}

/* The mark of a state that is no success, in the history. */
static VslOutboxWhat
choose_what (VslOutboxState state)
{
  switch ((int) state)
    {
    case VSL_OUTBOX_QUEUED:
      return VSL_OUTBOX_WHAT_WAITING;
    case VSL_OUTBOX_IN_DOUBT:
      return VSL_OUTBOX_WHAT_IN_DOUBT;
    case VSL_OUTBOX_CONFLICT:
      return VSL_OUTBOX_WHAT_CONFLICT;
    default:
      return VSL_OUTBOX_WHAT_BLOCKED;
    }
}

static void
record_failure (Failure        *failure,
                VslOutboxState  state,
                gint64          next_at)
{
  VslPublishRun *self = failure->run;
  VslPublishMark mark = { state, choose_what (state), vsl_desk_error_get_code (failure->error),
                          failure->error->message, next_at };
  g_autoptr(VslOutboxRow) row = NULL;

  /* A run that was put off was no attempt. */
  if (self->put_off_until != 0 && self->attempt > 0)
    self->attempt--;
  row = vsl_publish_run_make_row (self, &mark);
  vsl_publish_record_commit (self->context->store, row, mark.what, mark.detail,
                             vsl_publish_run_get_now (self), failure_committed_cb, failure);
}

/* Their version, if it can be had: without it the conflict is one all the same. */
static void
theirs_kept_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  if (!vsl_publish_record_keep_theirs_finish (VSL_STORE (object), result, &error))
    g_debug ("keeping their version: %s", error->message);
  record_failure (user_data, VSL_OUTBOX_CONFLICT, 0);
}

static void
theirs_fetched_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  Failure *failure = user_data;
  VslPublishRun *self = failure->run;
  g_autoptr(GError) error = NULL;
  g_autoptr(VslRemoteCopy) copy = vsl_cms_fetch_finish (VSL_CMS (object), result, &error);
  VslRemoteText *text = copy != NULL ? vsl_remote_copy_get_text (copy) : NULL;

  if (text == NULL)
    {
      g_debug ("no text of theirs: %s", error != NULL ? error->message : "the site gives none");
      record_failure (failure, VSL_OUTBOX_CONFLICT, 0);
      return;
    }

  vsl_publish_record_keep_theirs (self->context->store, vsl_outbox_row_get_row_id (self->row), text,
                                  theirs_kept_cb, failure);
}

/**
 * vsl_publish_run_fail:
 * @self: the run
 * @error: (transfer full): why
 *
 * Ends the run. When the row says that it is under way, what that leaves is committed first.
 */
void
vsl_publish_run_fail (VslPublishRun *self,
                      GError        *error)
{
  VslOutboxState state;
  Failure *failure;
  gint64 next_at;

  if (self->aim == VSL_PUBLISH_SEE && self->row != NULL)
    {
      note_contact (self, error);
      vsl_publish_run_see_later (self, error);
      return;
    }
  if (!self->committed)
    {
      vsl_publish_run_end_badly (self, error);
      return;
    }

  state = classify_failure (self, error);
  note_contact (self, error);
  failure = g_new0 (Failure, 1);
  failure->run = self;
  failure->error = word_failure (self, state, error);
  next_at = choose_next (self, state, error);
  if (g_error_matches (error, VSL_CMS_ERROR, VSL_CMS_ERROR_NOT_FOUND))
    g_clear_object (&self->copy);
  g_error_free (error);

  if (state == VSL_OUTBOX_CONFLICT && self->copy != NULL && !self->hurry)
    vsl_cms_fetch_async (self->cms, vsl_remote_copy_get_remote_id (self->copy), self->cancellable,
                         theirs_fetched_cb, failure);
  else
    record_failure (failure, state, next_at);
}

/**
 * vsl_publish_run_succeed:
 * @self: the run
 *
 * For the files of the run. Ends it well.
 */
void
vsl_publish_run_succeed (VslPublishRun *self)
{
  g_autofree char *detail = g_strdup (vsl_remote_copy_get_url (self->copy));

  vsl_publication_end_stage (self->publication, VSL_PUBLICATION_CHECK,
                             vsl_text_is_blank (detail) ? NULL : detail);
  vsl_publication_succeed (self->publication, self->row);
  end (self);
}

static void
revision_moved_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  VslPublishRun *self = user_data;
  g_autoptr(VslOutboxRow) row = vsl_publish_record_commit_finish (VSL_STORE (object), result, NULL);

  /* Without it the article looks newer than its copy by its status alone: harmless. */
  if (row != NULL)
    g_set_object (&self->row, row);
  vsl_publish_run_settle (self);
}

/* The document has its new status on the disk. If nobody typed meanwhile, the copy on the site is in
 * step with that revision. */
static void
status_saved_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  VslPublishRun *self = user_data;
  VslDocument *document = VSL_DOCUMENT (object);
  VslPublishMark mark = { .state = VSL_OUTBOX_CONFIRMED };
  g_autoptr(VslArticle) now = NULL;
  g_autoptr(VslArticle) published = NULL;
  g_autoptr(VslOutboxRow) row = NULL;
  VslArticleBuilder *builder;

  /* The document itself shows and repeats a save that fails. */
  if (!vsl_document_save_finish (document, result, NULL))
    {
      vsl_publish_run_settle (self);
      return;
    }

  now = vsl_document_dup_article (document);
  builder = vsl_article_builder_new (self->article);
  vsl_article_builder_set_status (builder, vsl_article_get_status (now));
  published = vsl_article_builder_end (builder);
  if (!vsl_article_same_content (now, published))
    {
      vsl_publish_run_settle (self);
      return;
    }

  g_set_object (&self->article, now);
  self->revision = vsl_article_get_revision (now);
  mark.next_at = vsl_outbox_row_get_plan (self->row)->next_at;
  mark.message = vsl_outbox_row_get_message (self->row);
  row = vsl_publish_run_make_row (self, &mark);
  vsl_publish_record_commit (self->context->store, row, VSL_N_OUTBOX_WHATS, NULL,
                             vsl_publish_run_get_now (self), revision_moved_cb, self);
}

static void
confirmed_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  VslPublishRun *self = user_data;
  GError *error = NULL;
  VslDocument *document = vsl_publish_run_find_document (self);
  g_autoptr(VslPublishOutcome) outcome =
    vsl_publish_record_confirm_finish (VSL_STORE (object), result, &error);

  if (outcome == NULL)
    {
      vsl_publish_run_end_badly (self, error);
      return;
    }

  g_set_object (&self->row, outcome->row);
  if (outcome->article_error != NULL)
    vsl_publication_add_warning (self->publication, outcome->article_error->message);
  else if (document != NULL && vsl_document_get_status (document) != outcome->status)
    {
      vsl_document_set_status (document, outcome->status);
      vsl_document_save_async (document, status_saved_cb, self);
      return;
    }

  vsl_publish_run_settle (self);
}

/**
 * vsl_publish_run_confirm_as:
 * @self: the run
 * @mark: what happens to the row
 *
 * For the files of the run. Commits what the site has, and what that makes of the article.
 */
void
vsl_publish_run_confirm_as (VslPublishRun        *self,
                            const VslPublishMark *mark)
{
  g_autoptr(VslOutboxRow) row = vsl_publish_run_make_row (self, mark);

  self->contact = VSL_PUBLISH_ANSWERED;
  vsl_publish_record_confirm (self->context->store, row, mark->what, mark->detail,
                              vsl_publish_run_find_document (self) == NULL,
                              vsl_publish_run_get_now (self), confirmed_cb, self);
}

/* That it waits for review where the person agreed to that is said by the client already. */
static gboolean
may_wait_for_review (VslPublishRun *self)
{
  return self->options.placement != NULL && vsl_placement_get_or_pending (self->options.placement) &&
         vsl_remote_copy_get_status (self->copy) == VSL_REMOTE_PENDING;
}

/**
 * vsl_publish_run_confirm:
 * @self: the run
 *
 * The site has it. What it answered is held against what was asked, and kept.
 */
void
vsl_publish_run_confirm (VslPublishRun *self)
{
  g_autofree char *site = vsl_publication_words_site (self->site);
  g_autofree char *warning = NULL;
  VslPublishMark mark = { VSL_OUTBOX_CONFIRMED, VSL_OUTBOX_WHAT_CONFIRMED, NULL, NULL, 0 };
  guint i;

  vsl_publication_end_stage (self->publication, VSL_PUBLICATION_ARTICLE,
                             vsl_publication_get_created (self->publication)
                               ? _("The article is new there.")
                               : _("The article there was brought up to date."));
  vsl_publication_begin_stage (self->publication, VSL_PUBLICATION_CHECK);
  for (i = 0; i < self->warnings->len; i++)
    vsl_publication_add_warning (self->publication, g_ptr_array_index (self->warnings, i));
  if (vsl_remote_copy_get_status (self->copy) != self->options.as && !may_wait_for_review (self))
    {
      warning = g_strdup_printf (_("%s kept the article in another state than was asked for: this user "
                                   "may not do that there. Ask somebody who may."), site);
      vsl_publication_add_warning (self->publication, warning);
    }

  /* What was confirmed once is allowed once. */
  self->options.allow_shrink = FALSE;
  self->options.overwrite = FALSE;
  mark.detail = vsl_remote_copy_get_url (self->copy);
  mark.next_at = vsl_publish_run_choose_look (self);
  vsl_publish_run_confirm_as (self, &mark);
}
