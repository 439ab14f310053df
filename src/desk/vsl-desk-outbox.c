/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "config.h"

#include "desk/vsl-desk-outbox.h"

#include "desk/vsl-desk-fault.h"
#include "desk/vsl-desk-private.h"
#include "desk/vsl-publication-words.h"
#include "desk/vsl-publish-moment.h"
#include "desk/vsl-site-client.h"
#include "store/vsl-store-outbox-history.h"
#include "store/vsl-store-snapshots.h"

#include <glib/gi18n.h>

static const char * const comparison_names[VSL_N_COMPARISONS] = {
  [VSL_COMPARISON_IN_STEP] = "in-step",
  [VSL_COMPARISON_CHANGED_HERE] = "changed-here",
  [VSL_COMPARISON_CHANGED_THERE] = "changed-there",
  [VSL_COMPARISON_BOTH] = "both",
  [VSL_COMPARISON_MISSING] = "missing",
};

/* One question to a site. */
typedef struct
{
  VslOutboxRow *row; /* (owned) */
  VslSite *site;     /* (owned) */
  VslCms *cms;       /* (owned) (nullable) */
} Question;

static void
question_free (Question *question)
{
  g_clear_object (&question->row);
  g_clear_object (&question->site);
  g_clear_object (&question->cms);
  g_free (question);
}

static VslOutbox *
ensure_outbox (VslDesk *self)
{
  if (self->outbox == NULL)
    self->outbox = vsl_outbox_new (self->publisher, self->store, self->clock, self->clock_data);

  return self->outbox;
}

/**
 * vsl_comparison_get_name:
 * @comparison: how an article stands against its copy
 *
 * Returns: the stable name, never translated; never %NULL
 */
const char *
vsl_comparison_get_name (VslComparison comparison)
{
  g_return_val_if_fail ((guint) comparison < VSL_N_COMPARISONS, comparison_names[0]);

  return comparison_names[comparison];
}

/**
 * vsl_desk_get_outbox:
 * @self: the desk
 *
 * Returns: (transfer none): a model of #VslOutboxRow: what is not settled, oldest first
 */
GListModel *
vsl_desk_get_outbox (VslDesk *self)
{
  g_return_val_if_fail (VSL_IS_DESK (self), NULL);

  return vsl_outbox_get_rows (ensure_outbox (self));
}

/**
 * vsl_desk_get_outbox_busy:
 * @self: the desk
 *
 * Returns: whether the outbox is being read, or about to be sent
 */
gboolean
vsl_desk_get_outbox_busy (VslDesk *self)
{
  g_return_val_if_fail (VSL_IS_DESK (self), FALSE);

  return vsl_outbox_get_busy (ensure_outbox (self));
}

/**
 * vsl_desk_start_outbox:
 * @self: the desk
 *
 * From now on what waits is sent by itself.
 */
void
vsl_desk_start_outbox (VslDesk *self)
{
  g_return_if_fail (VSL_IS_DESK (self));

  if (!self->read_only)
    vsl_outbox_start (ensure_outbox (self));
}

/**
 * vsl_desk_send_outbox:
 * @self: the desk
 *
 * Sends whatever waits now.
 */
void
vsl_desk_send_outbox (VslDesk *self)
{
  g_return_if_fail (VSL_IS_DESK (self));

  vsl_outbox_send_all (ensure_outbox (self));
}

/**
 * vsl_desk_retry:
 * @self: the desk
 * @row: a row of the outbox
 * @error: return location
 *
 * Tries it now, with the text that was asked for then.
 *
 * Returns: (transfer full): the publication; %NULL when its site was removed
 */
VslPublication *
vsl_desk_retry (VslDesk       *self,
                VslOutboxRow  *row,
                GError       **error)
{
  g_autoptr(VslSite) site = NULL;

  g_return_val_if_fail (VSL_IS_DESK (self), NULL);
  g_return_val_if_fail (VSL_IS_OUTBOX_ROW (row), NULL);

  site = vsl_desk_find_site (self, vsl_outbox_row_get_site (row), error);
  if (site == NULL)
    return NULL;

  vsl_publisher_reset (self->publisher);

  return vsl_publisher_resume (self->publisher, row, site);
}

/* With a copy there, the row is again what it was before it was asked for. */
static VslOutboxRow *
make_discarded (VslDesk      *self,
                VslOutboxRow *row)
{
  VslRemoteCopy *copy = vsl_outbox_row_get_copy (row);
  VslOutboxPlan plan = *vsl_outbox_row_get_plan (row);
  gint64 revision = vsl_outbox_row_get_article_revision (row);
  g_autoptr(VslOutboxRow) bare = NULL;
  g_autoptr(VslSnapshot) base = NULL;

  if (plan.base_snapshot > 0)
    base = vsl_store_load_snapshot (self->store, vsl_outbox_row_get_article_id (row),
                                    plan.base_snapshot, NULL);
  if (base != NULL)
    revision = vsl_snapshot_get_revision (base);

  plan.next_at = 0;
  plan.attempts = 0;
  plan.snapshot = 0;
  plan.options = NULL;
  bare = vsl_outbox_row_new (vsl_outbox_row_get_row_id (row), vsl_outbox_row_get_article_id (row),
                             vsl_outbox_row_get_site (row), vsl_outbox_row_get_token (row),
                             copy != NULL ? VSL_OUTBOX_CONFIRMED : VSL_OUTBOX_BLOCKED, revision,
                             copy != NULL ? vsl_remote_copy_get_status (copy) : VSL_REMOTE_DRAFT, 0, copy,
                             copy != NULL ? NULL : _("Taken out of the outbox."), 0);

  return vsl_outbox_row_new_with_plan (bare, &plan);
}

/**
 * vsl_desk_discard:
 * @self: the desk
 * @row: a row of the outbox
 * @error: return location
 *
 * Takes it out: it is not sent any more. What is on the site stays there, and our mark is remembered, so
 * that publishing later puts nothing there twice.
 *
 * Returns: whether it is out; not while it is being sent
 */
gboolean
vsl_desk_discard (VslDesk       *self,
                  VslOutboxRow  *row,
                  GError       **error)
{
  const char *id;
  g_autoptr(VslOutboxRow) discarded = NULL;
  g_autoptr(VslOutboxRow) stored = NULL;
  g_autoptr(GError) local_error = NULL;

  g_return_val_if_fail (VSL_IS_DESK (self), FALSE);
  g_return_val_if_fail (VSL_IS_OUTBOX_ROW (row), FALSE);

  id = vsl_outbox_row_get_article_id (row);
  if (vsl_publisher_find_running (self->publisher, id, vsl_outbox_row_get_site (row)) != NULL)
    {
      vsl_desk_fault_set (error, VSL_DESK_ERROR_USAGE, "usage",
                          _("It is being sent at this moment. Wait until that is over."));
      return FALSE;
    }

  discarded = make_discarded (self, row);
  stored = vsl_store_record_outbox_row (self->store, discarded, VSL_OUTBOX_WHAT_DISCARDED, NULL,
                                        vsl_desk_get_now (self), &local_error);
  if (stored == NULL)
    {
      vsl_desk_fault_propagate (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  g_signal_emit_by_name (self->publisher, "changed", id);

  return TRUE;
}

/**
 * vsl_desk_list_outbox:
 * @self: the desk
 * @article_id: (nullable): an article, or %NULL for what is not settled of all
 * @error: return location
 *
 * Returns: (transfer full) (element-type VslOutboxRow): the rows
 */
GPtrArray *
vsl_desk_list_outbox (VslDesk     *self,
                      const char  *article_id,
                      GError     **error)
{
  g_autoptr(GError) local_error = NULL;
  GPtrArray *rows;

  g_return_val_if_fail (VSL_IS_DESK (self), NULL);

  rows = vsl_store_list_outbox (self->store, article_id, &local_error);
  if (rows == NULL)
    vsl_desk_fault_propagate (error, g_steal_pointer (&local_error));

  return rows;
}

/**
 * vsl_desk_list_unseen:
 * @self: the desk
 * @article_id: (nullable): an article, or %NULL for all
 * @error: return location
 *
 * Returns: (transfer full) (element-type VslOutboxRow): the rows of which it is to be seen now what
 *   readers get: above all what was scheduled, and should have appeared
 */
GPtrArray *
vsl_desk_list_unseen (VslDesk     *self,
                      const char  *article_id,
                      GError     **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(GPtrArray) rows = NULL;
  gint64 now;
  guint i;

  g_return_val_if_fail (VSL_IS_DESK (self), NULL);

  now = vsl_desk_get_now (self);
  rows = vsl_store_list_unseen (self->store, now - VSL_PUBLISH_MOMENT_HOPELESS, &local_error);
  if (rows == NULL)
    {
      vsl_desk_fault_propagate (error, g_steal_pointer (&local_error));
      return NULL;
    }
  for (i = rows->len; i > 0; i--)
    {
      VslOutboxRow *row = rows->pdata[i - 1];
      g_autoptr(VslSite) site = vsl_desk_find_site (self, vsl_outbox_row_get_site (row), NULL);
      gint64 moment = site != NULL ? vsl_publish_moment_find (row, site) : 0;

      if (moment == 0 || moment > now ||
          (article_id != NULL && !g_str_equal (vsl_outbox_row_get_article_id (row), article_id)))
        g_ptr_array_remove_index (rows, i - 1);
    }

  return g_steal_pointer (&rows);
}

/**
 * vsl_desk_see:
 * @self: the desk
 * @row: a row of the outbox, confirmed, with a copy
 * @error: return location
 *
 * Sees whether what was scheduled has appeared, and what readers get of what is there. Sends nothing.
 *
 * Returns: (transfer full) (nullable): what can be seen of it; %NULL with an error when its site was
 *   removed, and without one when something is under way for it, which tells that too
 */
VslPublication *
vsl_desk_see (VslDesk       *self,
              VslOutboxRow  *row,
              GError       **error)
{
  g_autoptr(VslSite) site = NULL;

  g_return_val_if_fail (VSL_IS_DESK (self), NULL);
  g_return_val_if_fail (VSL_IS_OUTBOX_ROW (row), NULL);

  site = vsl_desk_find_site (self, vsl_outbox_row_get_site (row), error);

  return site != NULL ? vsl_publisher_see (self->publisher, row, site) : NULL;
}

/**
 * vsl_desk_list_outbox_events:
 * @self: the desk
 * @row: a row of the outbox
 * @error: return location
 *
 * Returns: (transfer full) (element-type VslOutboxEvent): its history, oldest first
 */
GPtrArray *
vsl_desk_list_outbox_events (VslDesk       *self,
                             VslOutboxRow  *row,
                             GError       **error)
{
  g_autoptr(GError) local_error = NULL;
  GPtrArray *events;

  g_return_val_if_fail (VSL_IS_DESK (self), NULL);
  g_return_val_if_fail (VSL_IS_OUTBOX_ROW (row), NULL);

  events = vsl_store_list_outbox_events (self->store, vsl_outbox_row_get_row_id (row), &local_error);
  if (events == NULL)
    vsl_desk_fault_propagate (error, g_steal_pointer (&local_error));

  return events;
}

/* What was scheduled appears by itself. */
static gboolean
is_moved_there (VslRemoteCopy *base,
                VslRemoteCopy *now)
{
  VslRemoteStatus before = vsl_remote_copy_get_status (base);
  VslRemoteStatus status = vsl_remote_copy_get_status (now);

  return before != status && !(before == VSL_REMOTE_FUTURE && status == VSL_REMOTE_PUBLISH);
}

/* Whether somebody else wrote there: the text decides, a date is only a hint. */
static gboolean
is_changed_there (VslRemoteCopy *base,
                  VslRemoteCopy *now)
{
  return g_strcmp0 (vsl_remote_copy_get_content_hash (base),
                    vsl_remote_copy_get_content_hash (now)) != 0 ||
         is_moved_there (base, now);
}

static void
copy_fetched_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  VslDesk *self = g_task_get_source_object (task);
  Question *question = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;
  g_autoptr(VslRemoteCopy) copy = vsl_cms_fetch_finish (VSL_CMS (object), result, &error);
  g_autoptr(VslArticle) article = NULL;
  VslComparison comparison = VSL_COMPARISON_IN_STEP;
  gboolean here;

  if (copy == NULL && g_error_matches (error, VSL_CMS_ERROR, VSL_CMS_ERROR_NOT_FOUND))
    {
      g_task_return_int (task, VSL_COMPARISON_MISSING);
      return;
    }
  if (copy != NULL)
    article = vsl_store_load_article (self->store, vsl_outbox_row_get_article_id (question->row), &error);
  if (article == NULL)
    {
      g_task_return_error (task, vsl_desk_fault_adopt (g_steal_pointer (&error)));
      return;
    }

  here = vsl_article_get_revision (article) > vsl_outbox_row_get_article_revision (question->row);
  if (vsl_remote_copy_get_status (copy) == VSL_REMOTE_TRASH)
    comparison = VSL_COMPARISON_MISSING;
  else if (is_changed_there (vsl_outbox_row_get_copy (question->row), copy))
    comparison = here ? VSL_COMPARISON_BOTH : VSL_COMPARISON_CHANGED_THERE;
  else if (here)
    comparison = VSL_COMPARISON_CHANGED_HERE;
  g_task_return_int (task, comparison);
}

static void
ask (GTask      *task,
     const char *password)
{
  VslDesk *self = g_task_get_source_object (task);
  Question *question = g_task_get_task_data (task);
  GError *error = NULL;

  question->cms = vsl_site_client_new (question->site, password, self->data_dir, &error);
  if (question->cms == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  vsl_cms_fetch_async (question->cms,
                       vsl_remote_copy_get_remote_id (vsl_outbox_row_get_copy (question->row)),
                       g_task_get_cancellable (task), copy_fetched_cb, g_object_ref (task));
}

static void
password_found_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  char *password = vsl_credentials_lookup_finish (VSL_CREDENTIALS (object), result, &error);

  if (password == NULL && error != NULL)
    g_debug ("looking up a password: %s", error->message);
  ask (task, password);
  vsl_credentials_wipe (password);
}

/**
 * vsl_desk_compare_async:
 * @self: the desk
 * @row: what is known of an article on a site
 * @cancellable: (nullable): stops it
 * @callback: called on the main context when it is done
 * @user_data: for @callback
 *
 * Asks the site how the article stands there now, and holds that against what was last confirmed and
 * what is here. Changes nothing.
 */
void
vsl_desk_compare_async (VslDesk             *self,
                        VslOutboxRow        *row,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);
  Question *question = g_new0 (Question, 1);
  GError *error = NULL;

  g_task_set_source_tag (task, vsl_desk_compare_async);
  g_task_set_task_data (task, question, (GDestroyNotify) question_free);
  question->row = g_object_ref (row);
  if (vsl_outbox_row_get_copy (row) == NULL)
    {
      g_task_return_int (task, VSL_COMPARISON_MISSING);
      return;
    }
  question->site = vsl_desk_find_site (self, vsl_outbox_row_get_site (row), &error);
  if (question->site == NULL)
    g_task_return_error (task, error);
  else if (vsl_site_get_brand (question->site) == VSL_BRAND_FOLDER)
    ask (task, NULL);
  else
    vsl_credentials_lookup_async (self->credentials, vsl_site_get_name (question->site), cancellable,
                                  password_found_cb, g_object_ref (task));
}

/**
 * vsl_desk_compare_finish:
 * @self: the desk
 * @result: the result
 * @comparison: (out): how it stands
 * @error: return location
 *
 * Returns: whether the site could tell
 */
gboolean
vsl_desk_compare_finish (VslDesk        *self,
                         GAsyncResult   *result,
                         VslComparison  *comparison,
                         GError        **error)
{
  g_autoptr(GError) local_error = NULL;
  gssize value;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  value = g_task_propagate_int (G_TASK (result), &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  *comparison = (VslComparison) value;
  return TRUE;
}
