/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "desk/vsl-desk-recording.h"

#include "desk/vsl-desk-fault.h"
#include "desk/vsl-desk-private.h"
#include "store/vsl-store-pads.h"

typedef struct
{
  char *debate_id; /* (owned) */
  char *uri;       /* (owned) (nullable) to be stored */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->debate_id);
  g_free (job->uri);
  g_free (job);
}

static gpointer
run_in_store (VslStore *store,
              gpointer  data,
              GError  **error)
{
  Job *job = data;

  if (job->uri != NULL && !vsl_store_save_recording (store, job->debate_id, job->uri, error))
    return NULL;

  return vsl_store_load_recording (store, job->debate_id, error);
}

static void
done_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  char *uri = vsl_store_call_finish (VSL_STORE (object), result, &error);

  if (uri != NULL)
    g_task_return_pointer (task, uri, g_free);
  else
    g_task_return_error (task, vsl_desk_fault_adopt (error));
}

static void
start (VslDesk             *self,
       const char          *debate_id,
       const char          *uri,
       GAsyncReadyCallback  callback,
       gpointer             user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->debate_id = g_strdup (debate_id);
  job->uri = g_strdup (uri);
  g_task_set_source_tag (task, start);
  vsl_store_call_async (self->store, run_in_store, job, job_free, g_free, done_cb, task);
}

/**
 * vsl_desk_load_recording_async:
 * @self: the desk
 * @debate_id: a debate
 * @callback: called when it is known
 * @user_data: for @callback
 *
 * Says where the recording of a debate is.
 */
void
vsl_desk_load_recording_async (VslDesk             *self,
                               const char          *debate_id,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_return_if_fail (VSL_IS_DESK (self) && debate_id != NULL);

  start (self, debate_id, NULL, callback, user_data);
}

/**
 * vsl_desk_save_recording_async:
 * @self: the desk
 * @debate_id: a debate
 * @uri: where its recording is
 * @callback: called when it is stored
 * @user_data: for @callback
 *
 * Remembers where the recording of a debate is.
 */
void
vsl_desk_save_recording_async (VslDesk             *self,
                               const char          *debate_id,
                               const char          *uri,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_return_if_fail (VSL_IS_DESK (self) && debate_id != NULL && uri != NULL);

  start (self, debate_id, uri, callback, user_data);
}

/**
 * vsl_desk_recording_finish:
 * @self: the desk
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full): where the recording is; empty when there is none; else a #VslDeskError
 */
char *
vsl_desk_recording_finish (VslDesk       *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
