/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "desk/vsl-version-reading.h"

#include "desk/vsl-desk-fault.h"
#include "desk/vsl-desk-private.h"
#include "store/vsl-store-snapshots.h"

/* What is read: the list of versions, or one of them. */
typedef struct
{
  char *article_id; /* (owned) */
  gint64 number;
} Reading;

static Reading *
reading_new (const char *article_id,
             gint64      number)
{
  Reading *self = g_new (Reading, 1);

  *self = (Reading) { g_strdup (article_id), number };

  return self;
}

static void
reading_free (Reading *self)
{
  g_free (self->article_id);
  g_free (self);
}

/* A VslStoreFunc. */
static gpointer
list_in_store (VslStore *store,
               gpointer  data,
               GError  **error)
{
  Reading *reading = data;

  return vsl_store_list_snapshots (store, reading->article_id, error);
}

/* A VslStoreFunc. */
static gpointer
load_in_store (VslStore *store,
               gpointer  data,
               GError  **error)
{
  Reading *reading = data;

  return vsl_store_load_snapshot_article (store, reading->article_id, reading->number, error);
}

static void
answer (GTask          *task,
        GObject        *store,
        GAsyncResult   *result,
        GDestroyNotify  destroy)
{
  GError *error = NULL;
  gpointer found = vsl_store_call_finish (VSL_STORE (store), result, &error);

  if (found != NULL)
    g_task_return_pointer (task, found, destroy);
  else
    g_task_return_error (task, vsl_desk_fault_adopt (error));
}

static void
listed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;

  answer (task, object, result, (GDestroyNotify) g_ptr_array_unref);
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;

  answer (task, object, result, g_object_unref);
}

/**
 * vsl_desk_list_versions_async:
 * @self: the desk
 * @article_id: the id of an article
 * @cancellable: (nullable): drops the answer
 * @callback: called with the answer
 * @user_data: for @callback
 *
 * As vsl_desk_list_versions(), without waiting.
 */
void
vsl_desk_list_versions_async (VslDesk             *self,
                              const char          *article_id,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (VSL_IS_DESK (self));
  g_return_if_fail (article_id != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, vsl_desk_list_versions_async);
  vsl_store_call_async (self->store, list_in_store, reading_new (article_id, 0),
                        (GDestroyNotify) reading_free, (GDestroyNotify) g_ptr_array_unref, listed_cb, task);
}

/**
 * vsl_desk_list_versions_finish:
 * @self: the desk
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full) (element-type VslSnapshot): the versions, newest first
 */
GPtrArray *
vsl_desk_list_versions_finish (VslDesk       *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * vsl_desk_load_version_async:
 * @self: the desk
 * @article_id: the id of an article
 * @number: the number of one of its versions
 * @cancellable: (nullable): drops the answer
 * @callback: called with the answer
 * @user_data: for @callback
 *
 * As vsl_desk_load_version(), without waiting.
 */
void
vsl_desk_load_version_async (VslDesk             *self,
                             const char          *article_id,
                             gint64               number,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (VSL_IS_DESK (self));
  g_return_if_fail (article_id != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, vsl_desk_load_version_async);
  vsl_store_call_async (self->store, load_in_store, reading_new (article_id, number),
                        (GDestroyNotify) reading_free, g_object_unref, loaded_cb, task);
}

/**
 * vsl_desk_load_version_finish:
 * @self: the desk
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full): the article as it was
 */
VslArticle *
vsl_desk_load_version_finish (VslDesk       *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
