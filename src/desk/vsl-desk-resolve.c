/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "config.h"

#include "desk/vsl-desk-resolve.h"

#include "desk/vsl-conflict-record.h"
#include "desk/vsl-desk-fault.h"
#include "desk/vsl-desk-private.h"

#include <glib/gi18n.h>

/*
 * What somebody else made of an article on a site, taken over here or merged with ours. Nothing is sent:
 * from then on their version counts as the one that we know there, so that ours can follow.
 *
 * An article that is open is changed by its document and by nothing else: saved → both versions kept →
 * changed, unless it was written in meanwhile → saved → settled. One that is not open is changed in one
 * transaction.
 */

typedef struct
{
  VslOutboxRow *row; /* (owned) */
  VslArticle *ours;  /* (owned) (nullable) as it is on the screen */
  gint64 now;
} Reading;

static void
reading_free (Reading *reading)
{
  g_object_unref (reading->row);
  g_clear_object (&reading->ours);
  g_free (reading);
}

/* A choice that is carried out. Its parts belong to the store thread while a job runs, and to the main
 * thread between. */
typedef struct
{
  VslConflict *conflict; /* (owned) */
  VslArticle *result;    /* (owned) what the article is to become */
  gboolean merged;
  gboolean in_step;      /* @result is what is there */
  gint64 now;
  VslDocument *document; /* (owned) (nullable) when it is open */
  gint64 theirs;         /* the version that is theirs */
  gint64 revision;       /* of the article with @result in it */
} Taking;

static void
taking_free (Taking *taking)
{
  g_object_unref (taking->conflict);
  g_object_unref (taking->result);
  g_clear_object (&taking->document);
  g_free (taking);
}

/* A VslStoreFunc. */
static gpointer
read_in_store (VslStore *store,
               gpointer  data,
               GError  **error)
{
  Reading *reading = data;

  return vsl_conflict_record_read (store, reading->row, reading->ours, error);
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  VslConflict *conflict = vsl_store_call_finish (VSL_STORE (object), result, &error);

  if (conflict != NULL)
    g_task_return_pointer (task, conflict, g_object_unref);
  else
    g_task_return_error (task, vsl_desk_fault_adopt (error));
}

/**
 * vsl_desk_read_conflict_async:
 * @self: the desk
 * @row: a row of the outbox in conflict
 * @cancellable: (nullable): drops the answer
 * @callback: called when it is read
 * @user_data: for @callback
 *
 * Reads what somebody else made of the article there, as it was when that was noticed, and holds it
 * against ours, as it is on the screen when it is open. Asks nothing of the site and changes nothing.
 */
void
vsl_desk_read_conflict_async (VslDesk             *self,
                              VslOutboxRow        *row,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  GTask *task;
  Reading *reading;
  VslDocument *document;

  g_return_if_fail (VSL_IS_DESK (self));
  g_return_if_fail (VSL_IS_OUTBOX_ROW (row));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, vsl_desk_read_conflict_async);
  reading = g_new0 (Reading, 1);
  reading->row = g_object_ref (row);
  document = vsl_desk_peek_document (self, vsl_outbox_row_get_article_id (row));
  if (document != NULL)
    reading->ours = vsl_document_dup_article (document);
  vsl_store_call_async (self->store, read_in_store, reading, (GDestroyNotify) reading_free, g_object_unref,
                        read_cb, task);
}

/**
 * vsl_desk_read_conflict_finish:
 * @self: the desk
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full): the conflict; %VSL_DESK_ERROR_NOT_FOUND when nothing of theirs was kept
 */
VslConflict *
vsl_desk_read_conflict_finish (VslDesk       *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, vsl_desk_read_conflict_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
set_changed_meanwhile (GError **error)
{
  vsl_desk_fault_set (error, VSL_DESK_ERROR_CONFLICT, "changed",
                      _("The article was changed here while the two versions were compared, so nothing "
                        "was done. Look at them again."));
}

/* A VslStoreFunc: the versions, for an article that is open. */
static gpointer
keep_in_store (VslStore *store,
               gpointer  data,
               GError  **error)
{
  Taking *taking = data;

  taking->theirs = vsl_conflict_record_keep (store, taking->conflict, taking->now, error);

  return taking->theirs > 0 ? taking : NULL;
}

/* A VslStoreFunc. */
static gpointer
settle_in_store (VslStore *store,
                 gpointer  data,
                 GError  **error)
{
  Taking *taking = data;
  /* What is newer than what is there still has to go there. */
  gint64 revision = taking->in_step ? taking->revision : taking->revision - 1;

  return vsl_conflict_record_settle (store, taking->conflict, taking->theirs, revision,
                                     taking->merged ? "merge" : "theirs", taking->now, error)
           ? taking : NULL;
}

/* A VslStoreFunc, in one transaction: all of it, for an article that is not open. */
static gpointer
take_in_store (VslStore *store,
               gpointer  data,
               GError  **error)
{
  Taking *taking = data;
  VslArticle *ours = vsl_conflict_get_ours (taking->conflict);
  g_autoptr(VslArticle) current = vsl_store_load_article (store, vsl_article_get_id (ours), error);
  g_autoptr(VslArticle) stored = NULL;

  if (current == NULL)
    return NULL;
  if (vsl_article_get_revision (current) != vsl_article_get_revision (ours))
    {
      set_changed_meanwhile (error);
      return NULL;
    }
  if (keep_in_store (store, taking, error) == NULL)
    return NULL;
  stored = vsl_store_save_article (store, taking->result, taking->now, error);
  if (stored == NULL)
    return NULL;
  taking->revision = vsl_article_get_revision (stored);

  return settle_in_store (store, taking, error);
}

/* A VslStoreFunc. */
static gpointer
take_at_once (VslStore *store,
              gpointer  data,
              GError  **error)
{
  return vsl_store_transact (store, take_in_store, data, NULL, error);
}

static void
settled_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  VslDesk *self = g_task_get_source_object (task);
  Taking *taking = g_task_get_task_data (task);
  const char *id = vsl_article_get_id (taking->result);
  GError *error = NULL;

  if (vsl_store_call_finish (VSL_STORE (object), result, &error) == NULL)
    {
      g_task_return_error (task, vsl_desk_fault_adopt (error));
      return;
    }

  vsl_desk_update_library (self, id);
  g_signal_emit_by_name (self->publisher, "changed", id);
  g_task_return_boolean (task, TRUE);
}

static void
result_saved_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  VslDesk *self = g_task_get_source_object (task);
  Taking *taking = g_task_get_task_data (task);
  g_autoptr(VslArticle) now = NULL;
  GError *error = NULL;

  if (!vsl_document_save_finish (VSL_DOCUMENT (object), result, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  now = vsl_document_dup_article (taking->document);
  taking->revision = vsl_article_get_revision (now);
  taking->in_step = taking->in_step && vsl_article_same_content (now, taking->result);
  vsl_store_call_async (self->store, settle_in_store, taking, NULL, NULL, settled_cb,
                        g_steal_pointer (&task));
}

static void
both_kept_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Taking *taking = g_task_get_task_data (task);
  g_autoptr(VslArticle) now = vsl_document_dup_article (taking->document);
  GError *error = NULL;

  if (vsl_store_call_finish (VSL_STORE (object), result, &error) == NULL)
    {
      g_task_return_error (task, vsl_desk_fault_adopt (error));
      return;
    }
  if (!vsl_article_same_content (now, vsl_conflict_get_ours (taking->conflict)))
    {
      set_changed_meanwhile (&error);
      g_task_return_error (task, error);
      return;
    }

  vsl_document_apply_article (taking->document, taking->result);
  vsl_document_save_async (taking->document, result_saved_cb, g_steal_pointer (&task));
}

static void
ours_saved_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  VslDesk *self = g_task_get_source_object (task);
  Taking *taking = g_task_get_task_data (task);
  GError *error = NULL;

  if (!vsl_document_save_finish (VSL_DOCUMENT (object), result, &error))
    g_task_return_error (task, error);
  else
    vsl_store_call_async (self->store, keep_in_store, taking, NULL, NULL, both_kept_cb,
                          g_steal_pointer (&task));
}

/* Whether there is something to choose. */
static gboolean
check_conflict (VslConflict  *conflict,
                GError      **error)
{
  if (vsl_outbox_row_get_state (vsl_conflict_get_row (conflict)) != VSL_OUTBOX_CONFLICT)
    vsl_desk_fault_set (error, VSL_DESK_ERROR_USAGE, "usage",
                        _("There is no conflict on that site, so there is nothing to choose."));
  else if (vsl_conflict_get_theirs (conflict) == NULL)
    vsl_desk_fault_set (error, VSL_DESK_ERROR_CONFLICT, "conflict", "%s",
                        vsl_conflict_get_problem (conflict));
  else
    return TRUE;

  return FALSE;
}

static Taking *
taking_new (VslDesk     *self,
            VslConflict *conflict,
            VslArticle  *merged)
{
  Taking *taking = g_new0 (Taking, 1);
  g_autoptr(VslArticle) theirs = vsl_conflict_adopt_theirs (conflict);
  VslDocument *document =
    vsl_desk_peek_document (self, vsl_article_get_id (vsl_conflict_get_ours (conflict)));

  taking->conflict = g_object_ref (conflict);
  taking->merged = merged != NULL;
  taking->result = g_object_ref (merged != NULL ? merged : theirs);
  taking->in_step = vsl_article_same_content (taking->result, theirs);
  taking->now = vsl_desk_get_now (self);
  if (document != NULL)
    taking->document = g_object_ref (document);

  return taking;
}

/**
 * vsl_desk_take_theirs_async:
 * @self: the desk
 * @conflict: a conflict, as it was looked at
 * @merged: (nullable): what of vsl_conflict_merge() the article is to become; %NULL for theirs alone
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Takes over what somebody else made of the article, or what the two make together. Ours and theirs
 * become versions first. Nothing is sent. When the article was changed since @conflict was read, nothing
 * is done.
 */
void
vsl_desk_take_theirs_async (VslDesk             *self,
                            VslConflict         *conflict,
                            VslArticle          *merged,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  GError *error = NULL;
  Taking *taking;

  g_return_if_fail (VSL_IS_DESK (self));
  g_return_if_fail (VSL_IS_CONFLICT (conflict));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, vsl_desk_take_theirs_async);
  g_task_set_check_cancellable (task, FALSE);
  if (!check_conflict (conflict, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  taking = taking_new (self, conflict, merged);
  g_task_set_task_data (task, taking, (GDestroyNotify) taking_free);
  if (taking->document != NULL)
    vsl_document_save_async (taking->document, ours_saved_cb, g_steal_pointer (&task));
  else
    vsl_store_call_async (self->store, take_at_once, taking, NULL, NULL, settled_cb,
                          g_steal_pointer (&task));
}

/**
 * vsl_desk_take_theirs_finish:
 * @self: the desk
 * @result: the result
 * @error: return location
 *
 * Returns: whether it was done; %VSL_DESK_ERROR_CONFLICT when theirs cannot be read back, and with the
 *   word `changed` when ours was changed meanwhile
 */
gboolean
vsl_desk_take_theirs_finish (VslDesk       *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, vsl_desk_take_theirs_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* A VslStoreFunc. */
static gpointer
keep_theirs_in_store (VslStore *store,
                      gpointer  data,
                      GError  **error)
{
  Reading *reading = data;
  g_autoptr(VslConflict) conflict = vsl_conflict_record_read (store, reading->row, NULL, error);

  if (conflict == NULL || vsl_conflict_get_theirs (conflict) == NULL)
    return NULL;

  return GINT_TO_POINTER (vsl_conflict_record_keep (store, conflict, reading->now, error) > 0);
}

/* What cannot be a version is kept with the outbox all the same, so nothing depends on it. It stands in
 * the queue of the store before whatever the publication writes there. */
static void
keep_theirs (VslDesk      *self,
             VslOutboxRow *row)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->row = g_object_ref (row);
  reading->now = vsl_desk_get_now (self);
  vsl_store_call_async (self->store, keep_theirs_in_store, reading, (GDestroyNotify) reading_free, NULL,
                        NULL, NULL);
}

/**
 * vsl_desk_take_ours:
 * @self: the desk
 * @row: a row of the outbox in conflict
 * @error: return location
 *
 * Puts our version, as it is now, in the place of theirs, which is read and kept here first,
 * and is a version of the article where it can be read back.
 *
 * Returns: (transfer full): the publication; %NULL when there is no conflict or no such site
 */
VslPublication *
vsl_desk_take_ours (VslDesk       *self,
                    VslOutboxRow  *row,
                    GError       **error)
{
  g_auto(VslPublicationOptions) options = { 0 };
  g_autoptr(VslSite) site = NULL;

  g_return_val_if_fail (VSL_IS_DESK (self), NULL);
  g_return_val_if_fail (VSL_IS_OUTBOX_ROW (row), NULL);

  if (vsl_outbox_row_get_state (row) != VSL_OUTBOX_CONFLICT)
    {
      vsl_desk_fault_set (error, VSL_DESK_ERROR_USAGE, "usage",
                          _("There is no conflict on that site, so there is nothing to choose."));
      return NULL;
    }
  site = vsl_desk_find_site (self, vsl_outbox_row_get_site (row), error);
  if (site == NULL)
    return NULL;

  vsl_publication_options_read (&options, vsl_outbox_row_get_plan (row)->options);
  options.as = vsl_outbox_row_get_wanted (row);
  options.at = vsl_outbox_row_get_wanted_at (row);
  options.overwrite = TRUE;
  keep_theirs (self, row);

  return vsl_publisher_publish (self->publisher, vsl_outbox_row_get_article_id (row), site, &options);
}
