/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-transcript-attach.h"

#include "desk/vsl-desk-attachment.h"
#include "desk/vsl-desk-debates.h"
#include "desk/vsl-desk-transcripts.h"
#include "ui/vsl-file-picker.h"
#include "ui/vsl-transcript-dialog.h"

/* On its way: from a file, by a question, to the store. */
typedef struct
{
  GtkWindow         *parent;     /* (owned) */
  VslDesk           *desk;       /* (owned) */
  VslDebateDocument *debate;     /* (owned) (nullable) else */
  VslDocument       *article;    /* (owned) (nullable) */
  char              *debate_id;  /* (owned) (nullable) for an article that has none yet */
  VslTranscript     *transcript; /* (owned) (nullable) with the labels of the file */
  GBytes            *bytes;      /* (owned) (nullable) the file */
  char              *name;       /* (owned) (nullable) of the file */
  gboolean           agreed;
} Attachment;

static void
attachment_free (gpointer data)
{
  Attachment *attachment = data;

  g_object_unref (attachment->parent);
  g_object_unref (attachment->desk);
  g_clear_object (&attachment->debate);
  g_clear_object (&attachment->article);
  g_free (attachment->debate_id);
  g_clear_object (&attachment->transcript);
  g_clear_pointer (&attachment->bytes, g_bytes_unref);
  g_free (attachment->name);
  g_free (attachment);
}

/* Who takes part now. */
static VslArticle *
dup_people (Attachment *attachment)
{
  g_autoptr(VslDebate) debate = NULL;

  if (attachment->article != NULL)
    return vsl_document_dup_article (attachment->article);

  debate = vsl_debate_document_dup_debate (attachment->debate);

  return vsl_debate_make_article (debate);
}

static void
kept_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr(GTask) task = data;
  GError *error = NULL;
  g_autoptr(VslTranscriptPlan) done = vsl_desk_plan_finish (VSL_DESK (object), result, &error);

  if (done != NULL)
    g_task_return_pointer (task, g_object_ref (vsl_transcript_plan_get_transcript (done)),
                           g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
add_people (Attachment *attachment,
            GPtrArray  *people)
{
  for (guint i = 0; i < people->len; i++)
    if (attachment->article != NULL)
      vsl_document_insert_participant (attachment->article, G_MAXUINT,
                                       g_ptr_array_index (people, i));
    else
      g_list_store_append (vsl_debate_document_get_participants (attachment->debate),
                           g_ptr_array_index (people, i));
}

static void
agreed_cb (VslTranscriptDialog *dialog,
           GTask               *task)
{
  Attachment *attachment = g_task_get_task_data (task);
  g_auto(GStrv) map = vsl_transcript_dialog_dup_map (dialog);
  g_autoptr(GPtrArray) people = vsl_transcript_dialog_dup_new (dialog);
  g_autoptr(VslArticle) article = NULL;
  GError *error = NULL;

  attachment->agreed = TRUE;
  add_people (attachment, people);
  article = dup_people (attachment);
  if (attachment->article != NULL)
    {
      g_free (attachment->debate_id);
      attachment->debate_id = vsl_desk_prepare_debate (attachment->desk, article, &error);
    }
  if (attachment->debate_id == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  vsl_desk_keep_read_async (attachment->desk, attachment->debate_id, article,
                            attachment->transcript, attachment->bytes, attachment->name,
                            (const char * const *) map, kept_cb, g_object_ref (task));
}

/* Also when it was agreed to, and then the task lives on with the store. */
static void
closed_cb (gpointer  data,
           GObject  *dialog)
{
  g_autoptr(GTask) task = data;

  if (!((Attachment *) g_task_get_task_data (task))->agreed)
    g_task_return_pointer (task, NULL, NULL);
}

static void
planned_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr(GTask) task = data;
  Attachment *attachment = g_task_get_task_data (task);
  g_autoptr(VslArticle) article = dup_people (attachment);
  GError *error = NULL;
  g_autoptr(VslTranscriptPlan) plan = vsl_desk_plan_finish (VSL_DESK (object), result, &error);
  GtkWidget *dialog;

  if (plan == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  dialog = vsl_transcript_dialog_new (article, plan, attachment->name);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), attachment->parent);
  g_signal_connect_object (dialog, "attach", G_CALLBACK (agreed_cb), task, 0);
  g_object_weak_ref (G_OBJECT (dialog), closed_cb, g_steal_pointer (&task));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr(GTask) task = data;
  Attachment *attachment = g_task_get_task_data (task);
  g_autoptr(VslArticle) article = dup_people (attachment);
  GError *error = NULL;

  attachment->transcript =
    vsl_desk_read_bytes_finish (VSL_DESK (object), result, &attachment->bytes, &error);
  if (attachment->transcript == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  if (attachment->debate != NULL)
    attachment->debate_id = g_strdup (vsl_debate_document_get_id (attachment->debate));
  else
    attachment->debate_id = vsl_desk_get_article_debate (
      attachment->desk, vsl_document_get_id (attachment->article), NULL);
  vsl_desk_plan_read_async (attachment->desk, attachment->debate_id, article,
                            attachment->transcript, planned_cb, g_steal_pointer (&task));
}

static void
read_file (GTask *task,
           GFile *file)
{
  Attachment *attachment = g_task_get_task_data (task);
  g_autoptr(VslArticle) article = dup_people (attachment);

  attachment->name = g_file_get_basename (file);
  vsl_desk_read_bytes_async (attachment->desk, file, article, read_cb, task);
}

static void
picked_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(GTask) task = data;
  g_autoptr(GListModel) files = vsl_file_picker_open_finish (result, NULL);
  g_autoptr(GFile) file = files != NULL ? g_list_model_get_item (files, 0) : NULL;

  if (file == NULL)
    g_task_return_pointer (task, NULL, NULL);
  else
    read_file (g_steal_pointer (&task), file);
}

/**
 * vsl_transcript_attach_async:
 * @parent: the window that asks
 * @desk: where the debate is
 * @debate: (nullable): the debate, or
 * @article: (nullable): an article, whose debate is made where it has none
 * @file: (nullable): the transcript; %NULL to ask which
 * @callback: called when the transcript is stored, or not
 * @user_data: for @callback
 *
 * Reads the file, asks who is who in it and says what becomes of an earlier transcript, and keeps it.
 */
void
vsl_transcript_attach_async (GtkWindow           *parent,
                             VslDesk             *desk,
                             VslDebateDocument   *debate,
                             VslDocument         *article,
                             GFile               *file,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  GTask *task = g_task_new (desk, NULL, callback, user_data);
  Attachment *attachment = g_new0 (Attachment, 1);

  attachment->parent = g_object_ref (parent);
  attachment->desk = g_object_ref (desk);
  attachment->debate = debate != NULL ? g_object_ref (debate) : NULL;
  attachment->article = article != NULL ? g_object_ref (article) : NULL;
  g_task_set_source_tag (task, vsl_transcript_attach_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, attachment, attachment_free);
  if (file != NULL)
    read_file (task, file);
  else
    vsl_file_picker_open_transcript_async (parent, picked_cb, task);
}

/**
 * vsl_transcript_attach_finish:
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the transcript as it is stored; %NULL without an error when
 *   nothing was chosen
 */
VslTranscript *
vsl_transcript_attach_finish (GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, vsl_transcript_attach_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
