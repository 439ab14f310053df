/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "desk/vsl-desk-attachment.h"

#include "debate/vsl-transcript-carrier.h"
#include "desk/vsl-desk-debate.h"
#include "desk/vsl-desk-fault.h"
#include "desk/vsl-desk-private.h"
#include "desk/vsl-desk-speakers.h"
#include "store/vsl-store-corrections.h"
#include "store/vsl-store-transcripts.h"

/* A transcript on its way from a file to a debate. */
typedef struct
{
  char *debate_id;           /* (owned) (nullable) */
  VslArticle *article;       /* (owned) (nullable) who takes part */
  VslTranscript *transcript; /* (owned) (nullable) with the labels of the file */
  GFile *file;               /* (owned) (nullable) */
  GBytes *original;          /* (owned) (nullable) */
  char *name;                /* (owned) (nullable) of the file */
  char **map;                /* (owned) (nullable) */
  gint64 now;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->debate_id);
  g_clear_object (&job->article);
  g_clear_object (&job->transcript);
  g_clear_object (&job->file);
  g_clear_pointer (&job->original, g_bytes_unref);
  g_free (job->name);
  g_strfreev (job->map);
  g_free (job);
}

/* The corrections of the transcript that makes way, and what becomes of them. */
static VslTranscriptPlan *
make_plan (VslStore       *store,
           const char     *debate_id,
           VslTranscript  *named,
           char          **map,
           GError        **error)
{
  g_autoptr(VslTranscript) old =
    debate_id != NULL ? vsl_store_load_transcript (store, debate_id, NULL) : NULL;
  g_autoptr(GPtrArray) before = NULL;
  g_autoptr(GPtrArray) now = NULL;
  g_autoptr(GPtrArray) carried = NULL;
  g_autoptr(GPtrArray) lost = NULL;

  if (old != NULL)
    {
      now = vsl_store_list_corrected (store, debate_id, &before, error);
      if (now == NULL)
        return NULL;
    }
  else
    {
      now = g_ptr_array_new ();
      before = g_ptr_array_new ();
    }

  carried = vsl_transcript_carry (named, before, now, &lost);

  return vsl_transcript_plan_new (named, (const char * const *) map, old != NULL, carried, lost);
}

static gpointer
plan_in_store (VslStore *store,
               gpointer  data,
               GError  **error)
{
  Job *job = data;
  g_auto(GStrv) remembered =
    vsl_store_list_labels (store, job->debate_id != NULL ? job->debate_id : "", NULL);
  g_auto(GStrv) map = vsl_desk_propose_speakers (job->transcript, job->article, remembered);

  return make_plan (store, job->debate_id, job->transcript, map, error);
}

static gpointer
keep_in_store (VslStore *store,
               gpointer  data,
               GError  **error)
{
  Job *job = data;
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) remembered = vsl_store_list_labels (store, job->debate_id, NULL);
  g_autoptr(VslTranscript) named =
    vsl_desk_name_speakers (job->transcript, job->article, (const char * const *) job->map,
                            remembered, builder);
  g_auto(GStrv) used = g_strv_builder_end (builder);
  g_autoptr(VslTranscriptPlan) plan = make_plan (store, job->debate_id, named, used, error);
  g_autoptr(VslTranscript) stored = NULL;
  guint i;

  if (plan == NULL ||
      !vsl_store_attach_transcript (store, job->debate_id, named, job->name, job->original,
                                    job->now, error))
    return NULL;
  for (i = 0; i < vsl_transcript_plan_get_carried (plan)->len; i++)
    {
      VslUtterance *utterance = g_ptr_array_index (vsl_transcript_plan_get_carried (plan), i);

      if (!vsl_store_correct_utterance (store, job->debate_id, utterance, job->now, error))
        return NULL;
    }
  if (!vsl_store_save_labels (store, job->debate_id, (const char * const *) used, error))
    return NULL;

  stored = vsl_store_load_transcript (store, job->debate_id, error);

  return stored != NULL
         ? vsl_transcript_plan_new (stored, (const char * const *) used,
                                    vsl_transcript_plan_get_replaces (plan),
                                    vsl_transcript_plan_get_carried (plan),
                                    vsl_transcript_plan_get_lost (plan)) : NULL;
}

/* The old transcript is there until the new one is, with all that was carried over. */
static gpointer
keep_at_once_in_store (VslStore *store,
                       gpointer  data,
                       GError  **error)
{
  return vsl_store_transact (store, keep_in_store, data, g_object_unref, error);
}

static Job *
make_job (VslDesk       *self,
          const char    *debate_id,
          VslArticle    *article,
          VslTranscript *transcript)
{
  Job *job = g_new0 (Job, 1);

  job->debate_id = g_strdup (debate_id);
  job->article = article != NULL ? g_object_ref (article) : NULL;
  job->transcript = transcript != NULL ? g_object_ref (transcript) : NULL;
  job->now = vsl_desk_get_now (self);

  return job;
}

/**
 * vsl_desk_keep_now:
 * @self: the desk
 * @debate_id: a debate
 * @article: who takes part in it
 * @transcript: its transcript, with the labels of the file
 * @original: the file
 * @name: its name
 * @map: (nullable): labels and names, alternating, as a person chose them
 * @error: return location for an error
 *
 * Keeps a transcript in place of an earlier one, whose corrections and whose spans off the record are
 * carried over where they have a place. All of it or nothing. Waits for the disk.
 *
 * Returns: (transfer full): what was done; else a #VslDeskError
 */
VslTranscriptPlan *
vsl_desk_keep_now (VslDesk             *self,
                   const char          *debate_id,
                   VslArticle          *article,
                   VslTranscript       *transcript,
                   GBytes              *original,
                   const char          *name,
                   const char * const  *map,
                   GError             **error)
{
  GError *cause = NULL;
  VslTranscriptPlan *plan;
  Job *job;

  g_return_val_if_fail (VSL_IS_DESK (self) && VSL_IS_TRANSCRIPT (transcript), NULL);

  job = make_job (self, debate_id, article, transcript);
  job->original = g_bytes_ref (original);
  job->name = g_strdup (name);
  job->map = g_strdupv ((char **) map);
  plan = vsl_store_transact (self->store, keep_in_store, job, g_object_unref, &cause);
  job_free (job);
  if (plan == NULL)
    vsl_desk_fault_propagate (error, cause);

  return plan;
}

static void
done_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  VslTranscriptPlan *plan = vsl_store_call_finish (VSL_STORE (object), result, &error);

  if (plan != NULL)
    g_task_return_pointer (task, plan, g_object_unref);
  else
    g_task_return_error (task, vsl_desk_fault_adopt (error));
}

static void
start (VslDesk             *self,
       VslStoreFunc         func,
       Job                 *job,
       GAsyncReadyCallback  callback,
       gpointer             user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, start);
  g_task_set_check_cancellable (task, FALSE);
  vsl_store_call_async (self->store, func, job, job_free, g_object_unref, done_cb, task);
}

/* Reading is a pure function of the bytes, so any thread will do. */
static void
read_in_thread (GTask        *task,
                gpointer      object,
                gpointer      data,
                GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  VslTranscript *transcript = NULL;

  job->name = g_file_get_basename (job->file);
  job->original = vsl_desk_load_transcript_file (job->file, &error);
  if (job->original != NULL)
    transcript = vsl_desk_parse_transcript (job->original, job->name, NULL, job->article, &error);
  if (transcript != NULL)
    g_task_return_pointer (task, transcript, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * vsl_desk_read_bytes_async:
 * @self: the desk
 * @file: a transcript
 * @article: (nullable): who may be speaking
 * @callback: called when it is read
 * @user_data: for @callback
 *
 * Reads a file as a transcript, and stores nothing.
 */
void
vsl_desk_read_bytes_async (VslDesk             *self,
                           GFile               *file,
                           VslArticle          *article,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  Job *job;

  g_return_if_fail (VSL_IS_DESK (self) && G_IS_FILE (file));

  job = make_job (self, NULL, article, NULL);
  job->file = g_object_ref (file);
  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, vsl_desk_read_bytes_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, read_in_thread);
}

/**
 * vsl_desk_read_bytes_finish:
 * @self: the desk
 * @result: the result
 * @bytes: (out) (transfer full): the file
 * @error: return location
 *
 * Returns: (transfer full): the transcript with the labels of its file; else a #VslDeskError that
 *   names file and line
 */
VslTranscript *
vsl_desk_read_bytes_finish (VslDesk       *self,
                            GAsyncResult  *result,
                            GBytes       **bytes,
                            GError       **error)
{
  Job *job;
  VslTranscript *transcript;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  job = g_task_get_task_data (G_TASK (result));
  transcript = g_task_propagate_pointer (G_TASK (result), error);
  *bytes = transcript != NULL ? g_bytes_ref (job->original) : NULL;

  return transcript;
}

/**
 * vsl_desk_plan_read_async:
 * @self: the desk
 * @debate_id: (nullable): a debate; %NULL for one that is still to be made
 * @article: who takes part in it
 * @transcript: its transcript with the labels of its file
 * @callback: called when it is known
 * @user_data: for @callback
 *
 * Says what keeping a transcript would do, and stores nothing. Whom each label means is proposed as it
 * was in this debate or an earlier one, else by likeness.
 */
void
vsl_desk_plan_read_async (VslDesk             *self,
                          const char          *debate_id,
                          VslArticle          *article,
                          VslTranscript       *transcript,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_return_if_fail (VSL_IS_DESK (self) && VSL_IS_ARTICLE (article) &&
                    VSL_IS_TRANSCRIPT (transcript));

  start (self, plan_in_store, make_job (self, debate_id, article, transcript), callback, user_data);
}

/**
 * vsl_desk_keep_read_async:
 * @self: the desk
 * @debate_id: a debate
 * @article: who takes part in it
 * @transcript: its transcript with the labels of its file
 * @original: that file
 * @name: its name
 * @map: (nullable): labels and names, alternating, as a person chose them
 * @callback: called when it is stored
 * @user_data: for @callback
 *
 * Keeps a transcript as vsl_desk_keep_now() does, without waiting.
 */
void
vsl_desk_keep_read_async (VslDesk             *self,
                          const char          *debate_id,
                          VslArticle          *article,
                          VslTranscript       *transcript,
                          GBytes              *original,
                          const char          *name,
                          const char * const  *map,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  Job *job;

  g_return_if_fail (VSL_IS_DESK (self) && VSL_IS_TRANSCRIPT (transcript) && original != NULL);

  job = make_job (self, debate_id, article, transcript);
  job->original = g_bytes_ref (original);
  job->name = g_strdup (name);
  job->map = g_strdupv ((char **) map);
  start (self, keep_at_once_in_store, job, callback, user_data);
}

/**
 * vsl_desk_plan_finish:
 * @self: the desk
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full): what would be done, or what was done, with the transcript as it is stored;
 *   else a #VslDeskError
 */
VslTranscriptPlan *
vsl_desk_plan_finish (VslDesk       *self,
                      GAsyncResult  *result,
                      GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
