/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "desk/vsl-desk-reader.h"

#include "desk/vsl-debate-document-private.h"
#include "desk/vsl-desk-debate.h"
#include "desk/vsl-desk-fault.h"
#include "desk/vsl-desk-private.h"
#include "desk/vsl-desk-transcripts.h"
#include "store/vsl-store-corrections.h"
#include "store/vsl-store-pads.h"
#include "store/vsl-store-transcripts.h"

#include <string.h>

/* What is done in the store thread, and with what. */
typedef struct
{
  char *debate_id;           /* (owned) */
  VslArticle *article;       /* (owned) (nullable) who takes part */
  VslTranscript *transcript; /* (owned) (nullable) */
  char *name;                /* (owned) (nullable) of the format to write */
  VslUtterance *utterance;   /* (owned) (nullable) */
  gboolean redo;
  gint64 now;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->debate_id);
  g_clear_object (&job->article);
  g_clear_object (&job->transcript);
  g_free (job->name);
  g_clear_object (&job->utterance);
  g_free (job);
}

static Job *
make_job (VslDesk    *self,
          const char *debate_id)
{
  Job *job = g_new0 (Job, 1);

  job->debate_id = g_strdup (debate_id);
  job->now = vsl_desk_get_now (self);

  return job;
}

static gpointer
load_in_store (VslStore *store,
               gpointer  data,
               GError  **error)
{
  return vsl_store_load_transcript (store, ((Job *) data)->debate_id, error);
}

static gpointer
correct_in_store (VslStore *store,
                  gpointer  data,
                  GError  **error)
{
  Job *job = data;

  if (!vsl_store_correct_utterance (store, job->debate_id, job->utterance, job->now, error))
    return NULL;

  return load_in_store (store, data, error);
}

static gpointer
undo_in_store (VslStore *store,
               gpointer  data,
               GError  **error)
{
  Job *job = data;
  g_autoptr(VslUtterance) utterance =
    vsl_store_undo_correction (store, job->debate_id, job->redo, error);

  return utterance != NULL ? load_in_store (store, data, error) : NULL;
}

static void
done_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  VslTranscript *transcript = vsl_store_call_finish (VSL_STORE (object), result, &error);

  if (transcript != NULL)
    g_task_return_pointer (task, transcript, g_object_unref);
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
  vsl_store_call_async (self->store, func, job, job_free, g_object_unref, done_cb, task);
}

/**
 * vsl_desk_load_reader_async:
 * @self: the desk
 * @debate_id: a debate
 * @callback: called when it is loaded
 * @user_data: for @callback
 *
 * Loads the transcript of a debate; %VSL_DESK_ERROR_NOT_FOUND when it has none.
 */
void
vsl_desk_load_reader_async (VslDesk             *self,
                            const char          *debate_id,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_return_if_fail (VSL_IS_DESK (self) && debate_id != NULL);

  start (self, load_in_store, make_job (self, debate_id), callback, user_data);
}

/**
 * vsl_desk_correct_async:
 * @self: the desk
 * @debate_id: a debate
 * @utterance: what an utterance of its transcript should be
 * @callback: called when it is stored
 * @user_data: for @callback
 *
 * Changes words, speaker or what is off the record of one utterance. What it was is kept, and the
 * original file stays.
 */
void
vsl_desk_correct_async (VslDesk             *self,
                        const char          *debate_id,
                        VslUtterance        *utterance,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  Job *job;

  g_return_if_fail (VSL_IS_DESK (self) && VSL_IS_UTTERANCE (utterance));

  job = make_job (self, debate_id);
  job->utterance = g_object_ref (utterance);
  start (self, correct_in_store, job, callback, user_data);
}

/**
 * vsl_desk_undo_correction_async:
 * @self: the desk
 * @debate_id: a debate
 * @redo: whether to make the last undone change again, in place of undoing the last change
 * @callback: called when it is stored
 * @user_data: for @callback
 *
 * Undoes the last change of an utterance.
 */
void
vsl_desk_undo_correction_async (VslDesk             *self,
                                const char          *debate_id,
                                gboolean             redo,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  Job *job;

  g_return_if_fail (VSL_IS_DESK (self) && debate_id != NULL);

  job = make_job (self, debate_id);
  job->redo = redo;
  start (self, undo_in_store, job, callback, user_data);
}

/**
 * vsl_desk_reader_finish:
 * @self: the desk
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full): the transcript as it is stored, with what is off the record; else a
 *   #VslDeskError
 */
VslTranscript *
vsl_desk_reader_finish (VslDesk       *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static gpointer
index_in_store (VslStore *store,
                gpointer  data,
                GError  **error)
{
  return vsl_transcript_index_new (((Job *) data)->transcript);
}

static void
indexed_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;

  g_task_return_pointer (task, vsl_store_call_finish (VSL_STORE (object), result, NULL),
                         g_object_unref);
}

/**
 * vsl_desk_index_transcript_async:
 * @self: the desk
 * @transcript: what was said
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Makes a transcript searchable. It touches no store, but between two saves that thread has the few ms
 * that it takes, and what was asked first is answered first.
 */
void
vsl_desk_index_transcript_async (VslDesk             *self,
                                 VslTranscript       *transcript,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  GTask *task;
  Job *job;

  g_return_if_fail (VSL_IS_DESK (self) && VSL_IS_TRANSCRIPT (transcript));

  job = make_job (self, NULL);
  job->transcript = g_object_ref (transcript);
  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, vsl_desk_index_transcript_async);
  vsl_store_call_async (self->store, index_in_store, job, job_free, g_object_unref, indexed_cb, task);
}

/**
 * vsl_desk_index_transcript_finish:
 * @self: the desk
 * @result: the result
 *
 * Returns: (transfer full) (nullable): the index; %NULL when the desk was closed meanwhile
 */
VslTranscriptIndex *
vsl_desk_index_transcript_finish (VslDesk      *self,
                                  GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}

static gpointer
write_in_store (VslStore *store,
                gpointer  data,
                GError  **error)
{
  Job *job = data;
  g_autoptr(VslTranscript) transcript = load_in_store (store, data, error);
  char *text = NULL;

  if (transcript != NULL)
    text = vsl_desk_write_transcript (transcript, job->name, job->article, error);

  return text != NULL ? g_bytes_new_take (text, strlen (text)) : NULL;
}

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  GBytes *bytes = vsl_store_call_finish (VSL_STORE (object), result, &error);

  if (bytes != NULL)
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, vsl_desk_fault_adopt (error));
}

/**
 * vsl_desk_write_reader_async:
 * @self: the desk
 * @document: a debate
 * @format: vtt, srt, tei, markdown or text
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Writes the transcript of a debate as vsl_desk_write_transcript() does.
 */
void
vsl_desk_write_reader_async (VslDesk             *self,
                             VslDebateDocument   *document,
                             const char          *format,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr(VslDebate) debate = NULL;
  GTask *task;
  Job *job;

  g_return_if_fail (VSL_IS_DESK (self) && VSL_IS_DEBATE_DOCUMENT (document) && format != NULL);

  debate = vsl_debate_document_dup_debate (document);
  job = make_job (self, vsl_debate_document_get_id (document));
  job->article = vsl_debate_make_article (debate);
  job->name = g_strdup (format);
  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, vsl_desk_write_reader_async);
  vsl_store_call_async (self->store, write_in_store, job, job_free, (GDestroyNotify) g_bytes_unref,
                        written_cb, task);
}

/**
 * vsl_desk_write_reader_finish:
 * @self: the desk
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full): the file, in UTF-8; else a #VslDeskError
 */
GBytes *
vsl_desk_write_reader_finish (VslDesk       *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * vsl_desk_load_pad:
 * @self: the desk
 * @debate_id: a debate
 * @error: return location
 *
 * Returns: (transfer full): what was written down during it; when it is open, as it is on the screen
 */
VslPad *
vsl_desk_load_pad (VslDesk     *self,
                   const char  *debate_id,
                   GError     **error)
{
  VslDebateDocument *document;
  GError *cause = NULL;
  VslPad *pad;

  g_return_val_if_fail (VSL_IS_DESK (self) && debate_id != NULL, NULL);

  document = g_hash_table_lookup (self->open_debates, debate_id);
  if (document != NULL)
    return vsl_debate_document_dup_pad (document);

  pad = vsl_store_load_pad (self->store, debate_id, &cause);
  if (pad == NULL)
    vsl_desk_fault_propagate (error, cause);

  return pad;
}
