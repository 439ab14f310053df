/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "desk/vsl-desk-folders.h"

#include "desk/vsl-desk-fault.h"
#include "desk/vsl-desk-private.h"
#include "store/vsl-store-counts.h"

#include <string.h>

static void
folder_count_free (VslFolderCount *self)
{
  g_free (self->name);
  g_free (self);
}

static GPtrArray *
copy_counts (GPtrArray *counts)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func ((GDestroyNotify) folder_count_free);
  guint i;

  for (i = 0; i < counts->len; i++)
    {
      VslNamedCount *from = g_ptr_array_index (counts, i);
      VslFolderCount *to = g_new0 (VslFolderCount, 1);

      to->name = g_strdup (from->name);
      to->count = from->count;
      g_ptr_array_add (copy, to);
    }

  return copy;
}

/* A VslStoreFunc. */
static gpointer
count_in_store (VslStore  *store,
                gpointer   data,
                GError   **error)
{
  g_autoptr(VslStoreCounts) counts = vsl_store_load_counts (store, error);
  VslFolderCounts *result;

  if (counts == NULL)
    return NULL;

  result = g_new0 (VslFolderCounts, 1);
  result->all = counts->all;
  result->bin = counts->bin;
  memcpy (result->statuses, counts->statuses, sizeof result->statuses);
  memcpy (result->outbox, counts->outbox, sizeof result->outbox);
  result->tags = copy_counts (counts->tags);
  result->events = copy_counts (counts->events);
  result->sites = copy_counts (counts->sites);

  return result;
}

static void
folder_ended_cb (gpointer  user_data,
                 GObject  *folder)
{
  VslDesk *self = user_data;

  g_ptr_array_remove_fast (self->folders, folder);
}

/**
 * vsl_folder_counts_free:
 * @self: (transfer full): the counts
 *
 * Frees them.
 */
void
vsl_folder_counts_free (VslFolderCounts *self)
{
  g_ptr_array_unref (self->tags);
  g_ptr_array_unref (self->events);
  g_ptr_array_unref (self->sites);
  g_free (self);
}

/**
 * vsl_desk_add_folder:
 * @self: the desk
 * @folder: (transfer none): a folder
 *
 * Tells @folder of changes as long as it lives. For the desk.
 */
void
vsl_desk_add_folder (VslDesk    *self,
                     VslLibrary *folder)
{
  g_ptr_array_add (self->folders, folder);
  g_object_weak_ref (G_OBJECT (folder), folder_ended_cb, self);
}

/**
 * vsl_desk_forget_folders:
 * @self: the desk
 *
 * The desk ends: folders that somebody still holds are told of nothing any more.
 */
void
vsl_desk_forget_folders (VslDesk *self)
{
  guint i;

  for (i = 0; i < self->folders->len; i++)
    g_object_weak_unref (g_ptr_array_index (self->folders, i), folder_ended_cb, self);
  g_ptr_array_set_size (self->folders, 0);
}

/* What is counted of an article. */
static char *
describe (VslArticleSummary *summary)
{
  g_autofree char *tags = g_strjoinv ("\n", (char **) vsl_article_summary_get_tags (summary));
  g_autofree char *sites = g_strjoinv ("\n", (char **) vsl_article_summary_get_sites (summary));

  return g_strdup_printf ("%d %d\n%s\n\n%s", vsl_article_summary_get_status (summary),
                          vsl_article_summary_get_deleted_at (summary) != 0, tags, sites);
}

/* Tells that the counts may be others now. Typing in an article does not change them, and it is saved
 * twice a second. */
static void
notice_change (VslDesk           *self,
               const char        *id,
               VslArticleSummary *summary)
{
  g_autofree char *now = summary != NULL ? describe (summary) : NULL;
  const char *before = g_hash_table_lookup (self->counted, id);

  if (now != NULL && g_strcmp0 (before, now) == 0)
    return;

  g_hash_table_replace (self->counted, g_strdup (id), g_steal_pointer (&now));
  g_signal_emit_by_name (self, "library-changed");
}

/**
 * vsl_desk_forget_counted:
 * @self: the desk
 * @id: the id of an article
 *
 * Something that is counted and that its summary does not tell, such as its debate, has changed. For
 * the desk.
 */
void
vsl_desk_forget_counted (VslDesk    *self,
                         const char *id)
{
  g_hash_table_remove (self->counted, id);
}

/**
 * vsl_desk_tell_folders:
 * @self: the desk
 * @id: the id of an article
 * @summary: (nullable): what it is now; %NULL when it is gone
 *
 * Brings every folder up to date. For the desk.
 */
void
vsl_desk_tell_folders (VslDesk           *self,
                       const char        *id,
                       VslArticleSummary *summary)
{
  guint i;

  notice_change (self, id, summary);
  for (i = 0; i < self->folders->len; i++)
    {
      if (summary != NULL)
        vsl_library_update (g_ptr_array_index (self->folders, i), summary);
      else
        vsl_library_remove (g_ptr_array_index (self->folders, i), id);
    }
}

/**
 * vsl_desk_open_folder:
 * @self: the desk
 * @query: which articles, in which order
 * @error: return location
 *
 * Waits for the store: some ten milliseconds for 100,000 articles.
 *
 * Returns: (transfer full): a list model of VslArticleSummary, kept up to date
 */
GListModel *
vsl_desk_open_folder (VslDesk                *self,
                      const VslLibraryQuery  *query,
                      GError                **error)
{
  g_autoptr(GError) local_error = NULL;
  VslLibrary *folder;

  g_return_val_if_fail (VSL_IS_DESK (self), NULL);
  g_return_val_if_fail (query != NULL, NULL);

  folder = vsl_library_new (self->store, query, &local_error);
  if (folder == NULL)
    {
      vsl_desk_fault_propagate (error, g_steal_pointer (&local_error));
      return NULL;
    }
  vsl_desk_add_folder (self, folder);

  return G_LIST_MODEL (folder);
}

/**
 * vsl_desk_show_folder:
 * @self: the desk
 * @query: which articles, in which order
 *
 * As vsl_desk_open_folder(), but waits for nothing.
 *
 * Returns: (transfer full): a list model of VslArticleSummary, kept up to date
 */
GListModel *
vsl_desk_show_folder (VslDesk               *self,
                      const VslLibraryQuery *query)
{
  VslLibrary *folder;

  g_return_val_if_fail (VSL_IS_DESK (self), NULL);
  g_return_val_if_fail (query != NULL, NULL);

  folder = vsl_library_new_lazy (self->store, query);
  vsl_desk_add_folder (self, folder);

  return G_LIST_MODEL (folder);
}

/**
 * vsl_desk_folder_set_order:
 * @folder: a folder of the desk
 * @sort: the order
 * @reversed: whether to turn it round
 *
 * Puts it in another order, in a moment.
 */
void
vsl_desk_folder_set_order (GListModel     *folder,
                           VslLibrarySort  sort,
                           gboolean        reversed)
{
  vsl_library_set_order (VSL_LIBRARY (folder), sort, reversed);
}

/**
 * vsl_desk_folder_get_id:
 * @folder: a folder of the desk
 * @position: a position
 *
 * Returns: (nullable) (transfer none): the id of the article there, until the folder changes
 */
const char *
vsl_desk_folder_get_id (GListModel *folder,
                        guint       position)
{
  return vsl_library_get_id (VSL_LIBRARY (folder), position);
}

/**
 * vsl_desk_folder_find:
 * @folder: a folder of the desk
 * @id: the id of an article
 * @position: (out): where it is
 *
 * Returns: whether it is in the folder
 */
gboolean
vsl_desk_folder_find (GListModel *folder,
                      const char *id,
                      guint      *position)
{
  return vsl_library_find (VSL_LIBRARY (folder), id, position);
}

static void
counted_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  VslFolderCounts *counts = vsl_store_call_finish (VSL_STORE (object), result, &error);

  if (counts != NULL)
    g_task_return_pointer (task, counts, (GDestroyNotify) vsl_folder_counts_free);
  else
    g_task_return_error (task, vsl_desk_fault_adopt (error));
}

/**
 * vsl_desk_count_folders_async:
 * @self: the desk
 * @callback: called with the answer
 * @user_data: for @callback
 *
 * Counts what each folder of the library holds.
 */
void
vsl_desk_count_folders_async (VslDesk             *self,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (VSL_IS_DESK (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, vsl_desk_count_folders_async);
  vsl_store_call_async (self->store, count_in_store, NULL, NULL,
                        (GDestroyNotify) vsl_folder_counts_free, counted_cb, task);
}

/**
 * vsl_desk_count_folders_finish:
 * @self: the desk
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full): the counts
 */
VslFolderCounts *
vsl_desk_count_folders_finish (VslDesk       *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
