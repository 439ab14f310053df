/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "desk/vsl-desk-versions.h"

#include "desk/vsl-desk-fault.h"
#include "desk/vsl-desk-private.h"
#include "desk/vsl-document-private.h"
#include "store/vsl-store-snapshots.h"

/* What is on the screen goes to the disk first, so that the versions know of it. */
static gboolean
save_open_document (VslDesk     *self,
                    const char  *article_id,
                    GError     **error)
{
  VslDocument *document = vsl_desk_peek_document (self, article_id);

  return document == NULL || vsl_document_save (document, error);
}

static VslSnapshot *
keep (VslDesk           *self,
      const char        *article_id,
      VslSnapshotReason  reason,
      const char        *name,
      GError           **error)
{
  g_autoptr(GError) local_error = NULL;
  VslSnapshot *version;

  if (!save_open_document (self, article_id, error))
    return NULL;

  version = vsl_store_add_snapshot (self->store, article_id, reason, name, vsl_desk_get_now (self),
                                    &local_error);
  if (version == NULL)
    vsl_desk_fault_propagate (error, g_steal_pointer (&local_error));

  return version;
}

/**
 * vsl_desk_list_versions:
 * @self: the desk
 * @article_id: the id of an article
 * @error: return location
 *
 * Returns: (transfer full) (element-type VslSnapshot): its versions, newest first
 */
GPtrArray *
vsl_desk_list_versions (VslDesk     *self,
                        const char  *article_id,
                        GError     **error)
{
  g_autoptr(GError) local_error = NULL;
  GPtrArray *versions;

  g_return_val_if_fail (VSL_IS_DESK (self), NULL);

  versions = vsl_store_list_snapshots (self->store, article_id, &local_error);
  if (versions == NULL)
    vsl_desk_fault_propagate (error, g_steal_pointer (&local_error));

  return versions;
}

/**
 * vsl_desk_load_version:
 * @self: the desk
 * @article_id: the id of an article
 * @number: the number of one of its versions
 * @error: return location
 *
 * Returns: (transfer full): the article as it was
 */
VslArticle *
vsl_desk_load_version (VslDesk     *self,
                       const char  *article_id,
                       gint64       number,
                       GError     **error)
{
  g_autoptr(GError) local_error = NULL;
  VslArticle *article;

  g_return_val_if_fail (VSL_IS_DESK (self), NULL);

  article = vsl_store_load_snapshot_article (self->store, article_id, number, &local_error);
  if (article == NULL)
    vsl_desk_fault_propagate (error, g_steal_pointer (&local_error));

  return article;
}

/**
 * vsl_desk_keep_version:
 * @self: the desk
 * @article_id: the id of an article
 * @name: (nullable): a name for it
 * @error: return location
 *
 * Keeps the article, as it is on the screen, as a version that is never thinned out.
 *
 * Returns: (transfer full): the version
 */
VslSnapshot *
vsl_desk_keep_version (VslDesk     *self,
                       const char  *article_id,
                       const char  *name,
                       GError     **error)
{
  g_return_val_if_fail (VSL_IS_DESK (self), NULL);

  return keep (self, article_id, VSL_SNAPSHOT_NAMED, name, error);
}

/**
 * vsl_desk_keep_version_before:
 * @self: the desk
 * @article_id: the id of an article
 * @reason: what is about to happen to it
 * @error: return location
 *
 * Keeps the article, as it is on the screen, so that what is about to happen can be undone whole. When
 * the newest version reads the same, that is the one.
 *
 * Returns: (transfer full): the version
 */
VslSnapshot *
vsl_desk_keep_version_before (VslDesk            *self,
                              const char         *article_id,
                              VslSnapshotReason   reason,
                              GError            **error)
{
  g_return_val_if_fail (VSL_IS_DESK (self), NULL);

  return keep (self, article_id, reason, NULL, error);
}

/* A version that is to be kept. */
typedef struct
{
  char *article_id; /* (owned) */
  char *name;       /* (owned) (nullable) */
  gint64 now;
} Keeping;

static void
keeping_free (Keeping *self)
{
  g_free (self->article_id);
  g_free (self->name);
  g_free (self);
}

/* A VslStoreFunc. */
static gpointer
keep_in_store (VslStore *store,
               gpointer  data,
               GError  **error)
{
  Keeping *keeping = data;

  return vsl_store_add_snapshot (store, keeping->article_id, VSL_SNAPSHOT_NAMED, keeping->name,
                                 keeping->now, error);
}

static void
kept_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  VslSnapshot *version = vsl_store_call_finish (VSL_STORE (object), result, &error);

  if (version != NULL)
    g_task_return_pointer (task, version, g_object_unref);
  else
    g_task_return_error (task, vsl_desk_fault_adopt (error));
}

static void
saved_for_keeping_cb (GObject      *object,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  VslDesk *self = g_task_get_source_object (task);
  Keeping *keeping = g_task_get_task_data (task);
  Keeping *copy;
  GError *error = NULL;

  if (object != NULL && !vsl_document_save_finish (VSL_DOCUMENT (object), result, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  copy = g_new (Keeping, 1);
  *copy = (Keeping) { g_strdup (keeping->article_id), g_strdup (keeping->name), keeping->now };
  vsl_store_call_async (self->store, keep_in_store, copy, (GDestroyNotify) keeping_free, g_object_unref,
                        kept_cb, g_steal_pointer (&task));
}

/**
 * vsl_desk_keep_version_async:
 * @self: the desk
 * @article_id: the id of an article
 * @name: (nullable): a name for it
 * @callback: (nullable): called when it is kept, or when that failed
 * @user_data: for @callback
 *
 * As vsl_desk_keep_version(), without waiting for the disk: what is on the screen is saved first.
 */
void
vsl_desk_keep_version_async (VslDesk             *self,
                             const char          *article_id,
                             const char          *name,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  VslDocument *document;
  Keeping *keeping;
  GTask *task;

  g_return_if_fail (VSL_IS_DESK (self));
  g_return_if_fail (article_id != NULL);

  keeping = g_new (Keeping, 1);
  *keeping = (Keeping) { g_strdup (article_id), g_strdup (name), vsl_desk_get_now (self) };
  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, vsl_desk_keep_version_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, keeping, (GDestroyNotify) keeping_free);
  document = vsl_desk_peek_document (self, article_id);
  if (document != NULL)
    vsl_document_save_async (document, saved_for_keeping_cb, task);
  else
    saved_for_keeping_cb (NULL, NULL, task);
}

/**
 * vsl_desk_keep_version_finish:
 * @self: the desk
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full): the version
 */
VslSnapshot *
vsl_desk_keep_version_finish (VslDesk       *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * vsl_desk_name_version:
 * @self: the desk
 * @article_id: the id of an article
 * @number: the number of one of its versions
 * @name: (nullable): its new name, or %NULL for none
 * @error: return location
 *
 * Returns: whether it has that name now
 */
gboolean
vsl_desk_name_version (VslDesk     *self,
                       const char  *article_id,
                       gint64       number,
                       const char  *name,
                       GError     **error)
{
  g_autoptr(GError) local_error = NULL;

  g_return_val_if_fail (VSL_IS_DESK (self), FALSE);

  if (vsl_store_name_snapshot (self->store, article_id, number, name, &local_error))
    return TRUE;

  vsl_desk_fault_propagate (error, g_steal_pointer (&local_error));

  return FALSE;
}

/**
 * vsl_desk_restore_version:
 * @self: the desk
 * @article_id: the id of an article
 * @number: the number of one of its versions
 * @error: return location
 *
 * Makes the article read as it did. What it reads like now becomes a version first, so this can be
 * undone in the same way. When it is open, the screen shows it.
 *
 * Returns: (transfer full): the article as it is now
 */
VslArticle *
vsl_desk_restore_version (VslDesk     *self,
                          const char  *article_id,
                          gint64       number,
                          GError     **error)
{
  g_autoptr(GError) local_error = NULL;
  VslDocument *document;
  VslArticle *restored;

  g_return_val_if_fail (VSL_IS_DESK (self), NULL);

  if (!save_open_document (self, article_id, error))
    return NULL;

  restored = vsl_store_restore_snapshot (self->store, article_id, number, vsl_desk_get_now (self),
                                         &local_error);
  if (restored == NULL)
    {
      vsl_desk_fault_propagate (error, g_steal_pointer (&local_error));
      return NULL;
    }

  document = vsl_desk_peek_document (self, article_id);
  if (document != NULL)
    vsl_document_adopt_article (document, restored);
  vsl_desk_update_library (self, article_id);

  return restored;
}
