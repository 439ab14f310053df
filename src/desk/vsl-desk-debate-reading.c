/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "desk/vsl-desk-debates.h"

#include "desk/vsl-debate-document-private.h"
#include "desk/vsl-desk-fault.h"
#include "desk/vsl-desk-private.h"
#include "store/vsl-store-debates.h"
#include "store/vsl-store-pads.h"

/* What is read in the store thread. */
typedef struct
{
  char *debate_id;   /* (owned) (nullable) until it is found */
  char *article_id;  /* (owned) (nullable) whose debate it is */
  VslDebate *debate; /* (owned) (nullable) */
  VslPad *pad;       /* (owned) (nullable) */
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_free (reading->debate_id);
  g_free (reading->article_id);
  g_clear_object (&reading->debate);
  g_clear_object (&reading->pad);
  g_free (reading);
}

static gpointer
open_in_store (VslStore *store,
               gpointer  data,
               GError  **error)
{
  Reading *reading = data;

  if (reading->article_id != NULL)
    {
      g_free (reading->debate_id);
      reading->debate_id = vsl_store_get_article_debate (store, reading->article_id, error);
    }
  if (reading->debate_id == NULL)
    return NULL;
  reading->debate = vsl_store_load_debate (store, reading->debate_id, error);
  if (reading->debate == NULL)
    return NULL;
  reading->pad = vsl_store_load_pad (store, reading->debate_id, error);

  return reading->pad != NULL ? reading : NULL;
}

/* It may have been opened otherwise meanwhile: there is one document of a debate. */
static VslDebateDocument *
take_reading (VslDesk *self,
              Reading *reading)
{
  VslDebateDocument *document = g_hash_table_lookup (self->open_debates, reading->debate_id);

  if (document != NULL)
    return g_object_ref (document);

  return vsl_desk_add_debate (self, reading->debate, reading->pad);
}

static void
opened_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  Reading *reading = vsl_store_call_finish (VSL_STORE (object), result, &error);

  if (reading != NULL)
    g_task_return_pointer (task, take_reading (g_task_get_source_object (task), reading),
                           g_object_unref);
  else
    g_task_return_error (task, vsl_desk_fault_adopt (error));
}

/**
 * vsl_desk_open_debate_async:
 * @self: the desk
 * @debate_id: (nullable): the id of a debate
 * @article_id: (nullable): in place of @debate_id: an article, whose debate is meant
 * @callback: called when it is open
 * @user_data: for @callback
 *
 * Opens a debate as vsl_desk_open_debate() does, without waiting for the disk.
 */
void
vsl_desk_open_debate_async (VslDesk             *self,
                            const char          *debate_id,
                            const char          *article_id,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  Reading *reading;
  GTask *task;

  g_return_if_fail (VSL_IS_DESK (self));
  g_return_if_fail (debate_id != NULL || article_id != NULL);

  reading = g_new0 (Reading, 1);
  reading->debate_id = g_strdup (debate_id);
  reading->article_id = g_strdup (article_id);
  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, vsl_desk_open_debate_async);
  g_task_set_task_data (task, reading, reading_free);
  vsl_store_call_async (self->store, open_in_store, reading, NULL, NULL, opened_cb, task);
}

/**
 * vsl_desk_open_debate_finish:
 * @self: the desk
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full): its document: the same one as long as anybody holds it
 */
VslDebateDocument *
vsl_desk_open_debate_finish (VslDesk       *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static gpointer
list_in_store (VslStore *store,
               gpointer  data,
               GError  **error)
{
  g_autoptr(GPtrArray) summaries = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto(GStrv) ids = vsl_store_list_reports (store, data, error);
  guint i;

  if (ids == NULL)
    return NULL;

  for (i = 0; ids[i] != NULL; i++)
    {
      VslArticleSummary *summary = vsl_store_load_summary (store, ids[i], error);

      if (summary == NULL)
        return NULL;
      g_ptr_array_add (summaries, summary);
    }

  return g_steal_pointer (&summaries);
}

/**
 * vsl_desk_list_reports:
 * @self: the desk
 * @debate_id: a debate
 * @error: return location
 *
 * Waits for the disk.
 *
 * Returns: (transfer full) (element-type VslArticleSummary): the articles that report on it, oldest
 *   first, without those in the bin
 */
GPtrArray *
vsl_desk_list_reports (VslDesk     *self,
                       const char  *debate_id,
                       GError     **error)
{
  GError *cause = NULL;
  GPtrArray *summaries;

  g_return_val_if_fail (VSL_IS_DESK (self), NULL);

  summaries = list_in_store (self->store, (gpointer) debate_id, &cause);
  if (summaries == NULL)
    vsl_desk_fault_propagate (error, cause);

  return summaries;
}

static void
listed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  GPtrArray *summaries = vsl_store_call_finish (VSL_STORE (object), result, &error);

  if (summaries != NULL)
    g_task_return_pointer (task, summaries, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, vsl_desk_fault_adopt (error));
}

/**
 * vsl_desk_list_reports_async:
 * @self: the desk
 * @debate_id: a debate
 * @callback: called when they are listed
 * @user_data: for @callback
 *
 * Lists what vsl_desk_list_reports() does, without waiting for the disk.
 */
void
vsl_desk_list_reports_async (VslDesk             *self,
                             const char          *debate_id,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (VSL_IS_DESK (self) && debate_id != NULL);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, vsl_desk_list_reports_async);
  vsl_store_call_async (self->store, list_in_store, g_strdup (debate_id), g_free,
                        (GDestroyNotify) g_ptr_array_unref, listed_cb, task);
}

/**
 * vsl_desk_list_reports_finish:
 * @self: the desk
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full) (element-type VslArticleSummary): the reports; else a #VslDeskError
 */
GPtrArray *
vsl_desk_list_reports_finish (VslDesk       *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
