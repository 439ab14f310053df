/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "config.h"

#include "desk/vsl-publish-run-private.h"

#include "core/vsl-text.h"
#include "desk/vsl-desk-fault.h"
#include "desk/vsl-document-private.h"
#include "desk/vsl-publication-private.h"
#include "desk/vsl-publish-record.h"
#include "desk/vsl-review-words.h"

#include <glib/gi18n.h>

/* The part of a publication that happens here, before the site is talked with: the text is saved, read
 * and looked at, and what is asked for is on the disk. */

/* An empty text, or a fifth of what is there, is more often an accident than a wish. */
static gboolean
check_length (VslPublishRun  *self,
              GError        **error)
{
  const char *body = vsl_article_get_text (self->article, VSL_FIELD_BODY);
  gint64 before = self->row != NULL ? vsl_outbox_row_get_plan (self->row)->base_length : 0;
  gint64 now = g_utf8_strlen (body, -1);

  if (self->base == NULL && vsl_text_is_blank (body))
    vsl_desk_fault_set (error, VSL_DESK_ERROR_INPUT, "empty",
                        _("The article has no text yet. An empty article is not published."));
  else if (self->options.allow_shrink)
    return TRUE;
  else if (vsl_text_is_blank (body))
    vsl_desk_fault_set (error, VSL_DESK_ERROR_INPUT, "emptied",
                        _("The text is empty, but on the site it is not. Nothing was sent. Confirm that "
                          "the text there is to be emptied, or go back to an earlier version."));
  else if (now * 5 < before)
    vsl_desk_fault_set (error, VSL_DESK_ERROR_INPUT, "shrunk",
                        _("The text has %d characters, where it had %d when it was last sent. Nothing was "
                          "sent. Confirm that so much is to go, or go back to an earlier version."),
                        (int) now, (int) before);
  else
    return TRUE;

  return FALSE;
}

/* Readers may not find an article before its embargo ends. */
static gboolean
check_embargo (VslPublishRun    *self,
               const VslEmbargo *embargo,
               GError          **error)
{
  gint64 now = vsl_publish_run_get_now (self);
  gint64 at = self->options.as == VSL_REMOTE_FUTURE ? self->options.at : now;
  g_autofree char *sentence = NULL;

  if ((self->options.as != VSL_REMOTE_PUBLISH && self->options.as != VSL_REMOTE_FUTURE) ||
      !vsl_embargo_blocks (embargo, at))
    return TRUE;

  sentence = vsl_review_words_embargo (embargo, now);
  vsl_desk_fault_set (error, VSL_DESK_ERROR_USAGE, "embargo",
                      _("%s Nothing was sent. Schedule the article for that moment or later, or override "
                        "the embargo with a reason."), sentence);

  return FALSE;
}

/* What can be seen to be wrong without asking the site. */
static gboolean
check_article (VslPublishRun  *self,
               GError        **error)
{
  if (self->options.as == VSL_REMOTE_TRASH)
    return TRUE;

  if (vsl_text_is_blank (vsl_article_get_text (self->article, VSL_FIELD_HEADLINE)))
    vsl_desk_fault_set (error, VSL_DESK_ERROR_INPUT, "empty",
                        _("The article has no headline yet. Write one, and publish again."));
  else if (self->options.as == VSL_REMOTE_FUTURE && self->options.at <= vsl_publish_run_get_now (self))
    vsl_desk_fault_set (error, VSL_DESK_ERROR_USAGE, "usage",
                        _("The moment at which the article is to be published is past. Choose a later "
                          "one, or publish now."));
  else
    return check_length (self, error);

  return FALSE;
}

static void
ask_lane (VslPublishRun *self)
{
  self->context->enter (self->context->keeper, self);
}

/* Asked for, and on the disk: from here on it is not forgotten, whatever happens. What was in doubt
 * stays so. */
static void
queue (VslPublishRun *self)
{
  VslPublishMark mark = { VSL_OUTBOX_QUEUED, VSL_OUTBOX_WHAT_QUEUED, NULL, NULL,
                          vsl_publish_run_get_now (self) };

  if (self->doubt_since != 0)
    mark.state = VSL_OUTBOX_IN_DOUBT;
  vsl_publish_run_commit (self, &mark, ask_lane);
}

static void
adopt_state (VslPublishRun   *self,
             VslPublishState *state)
{
  const VslOutboxPlan *plan;

  self->article = g_object_ref (state->article);
  self->revision = state->revision;
  self->snapshot = state->snapshot;
  self->attempt = 1;
  if (!self->options.no_canonical)
    self->canonical_url = g_steal_pointer (&state->canonical_url);
  if (!g_set_object (&self->row, state->row) || self->row == NULL)
    return;

  self->known = TRUE;
  plan = vsl_outbox_row_get_plan (self->row);
  g_set_object (&self->base, vsl_outbox_row_get_copy (self->row));
  g_set_object (&self->copy, self->base);
  if (vsl_outbox_row_get_state (self->row) == VSL_OUTBOX_IN_DOUBT ||
      vsl_outbox_row_get_state (self->row) == VSL_OUTBOX_SENDING)
    self->doubt_since = vsl_outbox_row_get_updated_at (self->row);
  if (vsl_outbox_row_get_state (self->row) != VSL_OUTBOX_CONFIRMED)
    self->attempt = plan->attempts + 1;
}

static void
state_loaded_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  VslPublishRun *self = user_data;
  GError *error = NULL;
  g_autofree char *detail = NULL;
  g_autoptr(VslPublishState) state =
    vsl_publish_record_load_finish (VSL_STORE (object), result, &error);
  guint words;

  if (state == NULL)
    {
      vsl_publish_run_fail (self, error);
      return;
    }

  adopt_state (self, state);
  if (self->aim == VSL_PUBLISH_SEE)
    {
      vsl_publication_end_stage (self->publication, VSL_PUBLICATION_TEXT, NULL);
      ask_lane (self);
      return;
    }
  if (!check_article (self, &error) || !check_embargo (self, &state->embargo, &error))
    {
      vsl_publish_run_fail (self, error);
      return;
    }

  words = vsl_article_count_words (self->article);
  detail = g_strdup_printf (ngettext ("One word.", "%u words.", words), words);
  vsl_publication_end_stage (self->publication, VSL_PUBLICATION_TEXT, detail);
  if (self->aim == VSL_PUBLISH_RESUME)
    {
      self->committed = TRUE;
      ask_lane (self);
    }
  else
    queue (self);
}

static void
load_state (VslPublishRun *self)
{
  static const VslPublishVersion versions[] = {
    [VSL_PUBLISH_ASKED] = VSL_PUBLISH_VERSION_NOW,
    [VSL_PUBLISH_RESUME] = VSL_PUBLISH_VERSION_ASKED,
    [VSL_PUBLISH_SEE] = VSL_PUBLISH_VERSION_CONFIRMED,
  };

  vsl_publish_record_load (self->context->store, self->article_id, vsl_site_get_name (self->site),
                           versions[self->aim], vsl_publish_run_get_now (self), state_loaded_cb, self);
}

static void
text_saved_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  VslPublishRun *self = user_data;
  GError *error = NULL;

  if (vsl_document_save_finish (VSL_DOCUMENT (object), result, &error))
    load_state (self);
  else
    vsl_publish_run_fail (self, error);
}

/**
 * vsl_publish_run_is_overtaken:
 * @self: the run
 *
 * Returns: whether something was typed since it was asked for; %TRUE too when nobody can tell, because the
 *   article is not open
 */
gboolean
vsl_publish_run_is_overtaken (VslPublishRun *self)
{
  VslDocument *document = vsl_publish_run_find_document (self);

  return document == NULL || vsl_document_get_change_count (document) != self->typed;
}

/**
 * vsl_publish_run_wants:
 * @self: the run
 * @options: what is asked for
 *
 * Returns: whether it is what the run was asked for
 */
gboolean
vsl_publish_run_wants (VslPublishRun               *self,
                       const VslPublicationOptions *options)
{
  return self->aim == VSL_PUBLISH_ASKED && vsl_publication_options_equal (&self->options, options);
}

/**
 * vsl_publish_run_load:
 * @self: the run
 *
 * For the files of the run. Reads what it starts from, and asks to be let in when that is good.
 */
void
vsl_publish_run_load (VslPublishRun *self)
{
  VslDocument *document = vsl_publish_run_find_document (self);

  if (document != NULL)
    self->typed = vsl_document_get_change_count (document);
  if (document != NULL && self->aim != VSL_PUBLISH_SEE)
    vsl_document_save_async (document, text_saved_cb, self);
  else
    load_state (self);
}
