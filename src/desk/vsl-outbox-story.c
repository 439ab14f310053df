/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "desk/vsl-outbox-story.h"

#include "desk/vsl-desk-fault.h"
#include "desk/vsl-desk-private.h"
#include "store/vsl-store-outbox-history.h"

/* A VslStoreFunc; @data is the row. */
static gpointer
read_in_store (VslStore *store,
               gpointer  data,
               GError  **error)
{
  VslOutboxRow *row = data;
  g_autoptr(VslArticleSummary) summary = NULL;
  g_autoptr(VslOutboxStory) story = g_new0 (VslOutboxStory, 1);

  /* The article may be gone for good; what was sent is told all the same. */
  summary = vsl_store_load_summary (store, vsl_outbox_row_get_article_id (row), NULL);
  story->headline = g_strdup (summary != NULL ? vsl_article_summary_get_headline (summary) : "");
  story->events = vsl_store_list_outbox_events (store, vsl_outbox_row_get_row_id (row), error);

  return story->events != NULL ? g_steal_pointer (&story) : NULL;
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  VslOutboxStory *story = vsl_store_call_finish (VSL_STORE (object), result, &error);

  if (story != NULL)
    g_task_return_pointer (task, story, (GDestroyNotify) vsl_outbox_story_free);
  else
    g_task_return_error (task, vsl_desk_fault_adopt (error));
}

/**
 * vsl_outbox_story_free:
 * @self: (transfer full): a story
 */
void
vsl_outbox_story_free (VslOutboxStory *self)
{
  g_free (self->headline);
  g_clear_pointer (&self->events, g_ptr_array_unref);
  g_free (self);
}

/**
 * vsl_desk_read_outbox_story_async:
 * @self: the desk
 * @row: a row of the outbox
 * @cancellable: (nullable): drops the answer
 * @callback: called with the answer
 * @user_data: for @callback
 *
 * Reads what the article is called and all that happened to the row.
 */
void
vsl_desk_read_outbox_story_async (VslDesk             *self,
                                  VslOutboxRow        *row,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (VSL_IS_DESK (self) && VSL_IS_OUTBOX_ROW (row));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, vsl_desk_read_outbox_story_async);
  vsl_store_call_async (self->store, read_in_store, g_object_ref (row), g_object_unref,
                        (GDestroyNotify) vsl_outbox_story_free, read_cb, task);
}

/**
 * vsl_desk_read_outbox_story_finish:
 * @self: the desk
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full): what there is to tell
 */
VslOutboxStory *
vsl_desk_read_outbox_story_finish (VslDesk       *self,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, vsl_desk_read_outbox_story_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
