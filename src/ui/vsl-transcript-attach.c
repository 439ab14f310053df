/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-transcript-attach.h"

#include "desk/vsl-desk-reader.h"
#include "ui/vsl-file-picker.h"

typedef struct
{
  VslDesk *desk;               /* (owned) */
  VslDebateDocument *document; /* (owned) */
  char *name;                  /* (owned) (nullable) of the file */
} Attachment;

static void
attachment_free (gpointer data)
{
  Attachment *attachment = data;

  g_object_unref (attachment->desk);
  g_object_unref (attachment->document);
  g_free (attachment->name);
  g_free (attachment);
}

static void
kept_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr(GTask) task = data;
  GError *error = NULL;
  VslTranscript *transcript = vsl_desk_reader_finish (VSL_DESK (object), result, &error);

  if (transcript != NULL)
    g_task_return_pointer (task, transcript, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr(GTask) task = data;
  Attachment *attachment = g_task_get_task_data (task);
  g_autoptr(GBytes) bytes = NULL;
  GError *error = NULL;
  g_autoptr(VslTranscript) transcript =
    vsl_desk_read_bytes_finish (VSL_DESK (object), result, &bytes, &error);

  if (transcript == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  vsl_desk_keep_read_async (attachment->desk, vsl_debate_document_get_id (attachment->document),
                            transcript, bytes, attachment->name, NULL, kept_cb,
                            g_steal_pointer (&task));
}

static void
picked_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(GTask) task = data;
  Attachment *attachment = g_task_get_task_data (task);
  g_autoptr(GListModel) files = vsl_file_picker_open_finish (result, NULL);
  g_autoptr(GFile) file = files != NULL ? g_list_model_get_item (files, 0) : NULL;
  g_autoptr(VslDebate) debate = NULL;
  g_autoptr(VslArticle) article = NULL;

  if (file == NULL)
    {
      g_task_return_pointer (task, NULL, NULL);
      return;
    }

  attachment->name = g_file_get_basename (file);
  debate = vsl_debate_document_dup_debate (attachment->document);
  article = vsl_debate_make_article (debate);
  vsl_desk_read_bytes_async (attachment->desk, file, article, read_cb, g_steal_pointer (&task));
}

/**
 * vsl_transcript_attach_async:
 * @parent: the window that asks
 * @desk: where the debate is
 * @document: the debate
 * @callback: called when the transcript is stored, or not
 * @user_data: for @callback
 *
 * Speakers get the names of the participants as they had them before, else by likeness.
 */
void
vsl_transcript_attach_async (GtkWindow           *parent,
                             VslDesk             *desk,
                             VslDebateDocument   *document,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  GTask *task = g_task_new (document, NULL, callback, user_data);
  Attachment *attachment = g_new0 (Attachment, 1);

  attachment->desk = g_object_ref (desk);
  attachment->document = g_object_ref (document);
  g_task_set_source_tag (task, vsl_transcript_attach_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, attachment, attachment_free);
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
