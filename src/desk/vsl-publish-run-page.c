/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "config.h"

#include "desk/vsl-publish-run-private.h"

#include "cms/vsl-page-check.h"
#include "core/vsl-text.h"
#include "desk/vsl-page-record.h"
#include "desk/vsl-publication-private.h"
#include "desk/vsl-publication-words.h"
#include "desk/vsl-publish-moment.h"
#include "desk/vsl-publish-record.h"

#include <glib/gi18n.h>

/* What readers get: whether what was scheduled has appeared, and what is on the page. */

/* What could not be seen, or had not appeared, is looked at again; less often when it is long overdue, and
 * not for ever. */
#define SOON (5 * G_TIME_SPAN_MINUTE)
#define LATER G_TIME_SPAN_HOUR
#define LONG_OVERDUE G_TIME_SPAN_HOUR

/* WordPress starts what is due only once somebody comes by, which we just did: times the unit of waits. */
#define AFTER_A_VISIT 5

/**
 * vsl_publish_run_choose_look:
 * @self: the run
 *
 * For the files of the run.
 *
 * Returns: when readers are to find the article there, and it is to be seen whether they do, µs since
 *   1970 UTC; 0 when they are not
 */
gint64
vsl_publish_run_choose_look (VslPublishRun *self)
{
  switch ((int) vsl_remote_copy_get_status (self->copy))
    {
    case VSL_REMOTE_PUBLISH:
      return vsl_text_is_blank (vsl_remote_copy_get_url (self->copy)) ? 0 : vsl_publish_run_get_now (self);
    case VSL_REMOTE_FUTURE:
      return vsl_publish_moment_get_look (self->site, self->options.at);
    default:
      return 0;
    }
}

static gint64
choose_next_look (VslPublishRun *self)
{
  gint64 now = vsl_publish_run_get_now (self);
  gboolean waits = vsl_remote_copy_get_status (self->copy) == VSL_REMOTE_FUTURE;
  gint64 overdue = waits ? now - self->options.at : 0;

  if (overdue > VSL_PUBLISH_MOMENT_HOPELESS)
    return 0;

  return MAX (now + (overdue > LONG_OVERDUE ? LATER : SOON), self->put_off_until);
}

/* The copy as it is there now. What we know of its text stays what we sent: who changed it while it
 * waited is found when it is published the next time. */
static VslRemoteCopy *
move_copy (VslRemoteCopy  *base,
           VslRemoteCopy  *now,
           VslRemoteStatus status)
{
  const char *hash = vsl_remote_copy_get_content_hash (base);
  gboolean same = now == NULL || g_str_equal (hash, vsl_remote_copy_get_content_hash (now));
  VslRemoteCopy *text = same && now != NULL ? now : base;

  return vsl_remote_copy_new (vsl_remote_copy_get_remote_id (base), vsl_remote_copy_get_token (base),
                              status, now != NULL ? vsl_remote_copy_get_url (now) : NULL,
                              vsl_remote_copy_get_edit_url (base), vsl_remote_copy_get_revision (text),
                              vsl_remote_copy_get_modified (text), hash);
}

static void
note_late (VslPublishRun *self)
{
  const char *before = vsl_outbox_row_get_message (self->row);
  g_autofree char *site = vsl_publication_words_site (self->site);
  g_autofree char *message =
    g_strdup_printf (_("The moment of publication has passed, but %s has not published the article. Publish "
                       "it now, or ask the web manager whether scheduled tasks run there."), site);
  VslPublishMark mark = { VSL_OUTBOX_CONFIRMED, VSL_OUTBOX_WHAT_LATE, NULL, message,
                          choose_next_look (self) };

  /* Once is enough for its history. */
  if (before != NULL)
    mark.what = VSL_N_OUTBOX_WHATS;
  vsl_publication_add_warning (self->publication, message);
  vsl_publish_run_confirm_as (self, &mark);
}

static void
note_withdrawn (VslPublishRun *self)
{
  g_autofree char *site = vsl_publication_words_site (self->site);
  g_autofree char *message =
    g_strdup_printf (_("Somebody took the article off the schedule on %s, so it did not appear. Publish it "
                       "again when it should."), site);
  VslPublishMark mark = { VSL_OUTBOX_CONFIRMED, VSL_OUTBOX_WHAT_WITHDRAWN, NULL, message, 0 };

  vsl_publication_add_warning (self->publication, message);
  vsl_publish_run_confirm_as (self, &mark);
}

static void
note_appeared (VslPublishRun *self)
{
  VslPublishMark mark = { VSL_OUTBOX_CONFIRMED, VSL_OUTBOX_WHAT_APPEARED, NULL, NULL,
                          vsl_publish_run_choose_look (self) };

  mark.detail = vsl_remote_copy_get_url (self->copy);
  vsl_publish_run_confirm_as (self, &mark);
}

static gboolean
visited_cb (gpointer user_data)
{
  VslPublishRun *self = user_data;

  self->timer = 0;
  vsl_publish_run_see (self);

  return G_SOURCE_REMOVE;
}

static void
copy_fetched_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  VslPublishRun *self = user_data;
  GError *error = NULL;
  g_autoptr(VslRemoteCopy) now = vsl_cms_fetch_finish (VSL_CMS (object), result, &error);
  g_autoptr(VslRemoteCopy) copy = NULL;
  VslRemoteStatus status;

  if (now == NULL && !g_error_matches (error, VSL_CMS_ERROR, VSL_CMS_ERROR_NOT_FOUND))
    {
      vsl_publish_run_fail (self, error);
      return;
    }

  g_clear_error (&error);
  if (now != NULL && vsl_remote_copy_get_status (now) == VSL_REMOTE_FUTURE && self->looks++ == 0)
    {
      self->timer = g_timeout_add (AFTER_A_VISIT * self->context->look_ms, visited_cb, self);
      return;
    }

  status = now != NULL ? vsl_remote_copy_get_status (now) : VSL_REMOTE_TRASH;
  copy = move_copy (self->copy, now, status);
  g_set_object (&self->copy, copy);
  if (status == VSL_REMOTE_PUBLISH)
    note_appeared (self);
  else if (status == VSL_REMOTE_FUTURE)
    note_late (self);
  else
    note_withdrawn (self);
}

/**
 * vsl_publish_run_see:
 * @self: a run that is there to see what has appeared, and was let in
 *
 * For the files of the run. Asks the site, unless it is known already that readers find the article.
 */
void
vsl_publish_run_see (VslPublishRun *self)
{
  vsl_publication_begin_stage (self->publication, VSL_PUBLICATION_CHECK);
  if (vsl_remote_copy_get_status (self->copy) == VSL_REMOTE_FUTURE)
    vsl_cms_fetch_async (self->cms, vsl_remote_copy_get_remote_id (self->copy), self->cancellable,
                         copy_fetched_cb, self);
  else
    vsl_publish_run_settle (self);
}

/* What could not be seen now. */
typedef struct
{
  VslPublishRun *run;
  GError *error; /* (owned) */
} Unseen;

static void
put_off_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autofree Unseen *unseen = user_data;
  VslPublishRun *self = unseen->run;
  g_autoptr(GError) error = NULL;
  g_autoptr(VslOutboxRow) row =
    vsl_publish_record_commit_finish (VSL_STORE (object), result, &error);

  if (row != NULL)
    g_set_object (&self->row, row);
  else
    g_debug ("putting off a look: %s", error->message);
  vsl_publish_run_end_badly (self, unseen->error);
}

/**
 * vsl_publish_run_see_later:
 * @self: a run that is there to see what has appeared
 * @error: (transfer full): why that cannot be seen
 *
 * For the files of the run. Ends it; the row stays as it is, and is looked at another time.
 */
void
vsl_publish_run_see_later (VslPublishRun *self,
                           GError        *error)
{
  VslPublishMark mark = { .state = VSL_OUTBOX_CONFIRMED };
  g_autoptr(VslOutboxRow) row = NULL;
  Unseen *unseen = g_new0 (Unseen, 1);

  mark.next_at = choose_next_look (self);
  mark.message = vsl_outbox_row_get_message (self->row);
  row = vsl_publish_run_make_row (self, &mark);
  unseen->run = self;
  unseen->error = error;
  vsl_publish_record_commit (self->context->store, row, VSL_N_OUTBOX_WHATS, NULL,
                             vsl_publish_run_get_now (self), put_off_cb, unseen);
}

static void
look_recorded_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  VslPublishRun *self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(VslOutboxRow) row = vsl_page_record_finish (VSL_STORE (object), result, &error);

  /* Without it the page is looked at once more. */
  if (row != NULL)
    g_set_object (&self->row, row);
  else if (error != NULL)
    g_debug ("recording a look: %s", error->message);
  vsl_publish_run_succeed (self);
}

static void
page_checked_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  VslPublishRun *self = user_data;
  g_autoptr(GPtrArray) missed = vsl_page_check_fetch_finish (result, NULL);
  g_autoptr(GString) text = g_string_new (NULL);
  guint i;

  if (missed == NULL)
    {
      vsl_publish_run_succeed (self);
      return;
    }

  for (i = 0; i < missed->len; i++)
    {
      vsl_publication_add_warning (self->publication, missed->pdata[i]);
      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", (char *) missed->pdata[i]);
    }
  vsl_page_record_async (self->context->store, self->row, text->len > 0 ? text->str : NULL,
                         vsl_publish_run_get_now (self), look_recorded_cb, self);
}

/**
 * vsl_publish_run_look:
 * @self: a run that asked to look at the page
 *
 * Now it may. What it finds is told, and kept in the history of the row.
 */
void
vsl_publish_run_look (VslPublishRun *self)
{
  if (self->hurry)
    vsl_publish_run_succeed (self);
  else
    vsl_page_check_fetch_async (self->article, vsl_remote_copy_get_url (self->copy), self->cancellable,
                                page_checked_cb, self);
}

/**
 * vsl_publish_run_settle:
 * @self: the run
 *
 * For the files of the run. What the site has is on the disk; what is left is what readers get of it.
 */
void
vsl_publish_run_settle (VslPublishRun *self)
{
  const char *url = vsl_remote_copy_get_url (self->copy);

  self->settled = TRUE;
  vsl_publication_settle (self->publication, self->row);
  self->context->settle (self->context->keeper, self);
  if (vsl_remote_copy_get_status (self->copy) != VSL_REMOTE_PUBLISH || vsl_text_is_blank (url))
    vsl_publish_run_succeed (self);
  else
    self->context->look (self->context->keeper, self);
}
