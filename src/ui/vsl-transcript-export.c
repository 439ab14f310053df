/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-transcript-export.h"

#include "desk/vsl-desk-reader.h"
#include "ui/vsl-file-picker.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  VslDesk           *desk;     /* (owned) */
  VslDebateDocument *document; /* (owned) */
  char              *format;   /* (owned) */
  GFile             *file;     /* (owned) (nullable) */
} Export;

static void
export_free (gpointer data)
{
  Export *export = data;

  g_object_unref (export->desk);
  g_object_unref (export->document);
  g_free (export->format);
  g_clear_object (&export->file);
  g_free (export);
}

static void
replaced_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr(GTask) task = data;
  g_autoptr(GError) error = NULL;
  g_autofree char *name = g_file_get_parse_name (G_FILE (object));

  if (g_file_replace_contents_finish (G_FILE (object), result, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_new_error (task, error->domain, error->code,
                             _("The transcript could not be written to “%s”: %s"), name,
                             error->message);
}

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr(GTask) task = data;
  Export *export = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr(GBytes) bytes = vsl_desk_write_reader_finish (VSL_DESK (object), result, &error);

  if (bytes == NULL)
    g_task_return_error (task, error);
  else
    g_file_replace_contents_bytes_async (export->file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                         replaced_cb, g_steal_pointer (&task));
}

static void
picked_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(GTask) task = data;
  Export *export = g_task_get_task_data (task);

  export->file = vsl_file_picker_save_finish (result, NULL);
  if (export->file == NULL)
    g_task_return_boolean (task, TRUE);
  else
    vsl_desk_write_reader_async (export->desk, export->document, export->format, written_cb,
                                 g_steal_pointer (&task));
}

static const char *
get_suffix (const char *format)
{
  if (g_str_equal (format, "markdown"))
    return "md";
  if (g_str_equal (format, "text"))
    return "txt";
  if (g_str_equal (format, "tei"))
    return "xml";

  return format;
}

static char *
dup_name (VslDebateDocument *document,
          const char        *format)
{
  const char *title = vsl_debate_document_get_text (document, VSL_DEBATE_TITLE);
  g_autofree char *base = g_strdelimit (g_strdup (*title != '\0' ? title : _("Transcript")), "/", '-');

  return g_strdup_printf ("%s.%s", base, get_suffix (format));
}

/**
 * vsl_transcript_export_async:
 * @parent: the window that asks
 * @desk: where the debate is
 * @document: the debate
 * @format: vtt, srt, tei, markdown or text
 * @callback: called when the file is written, or not
 * @user_data: for @callback
 */
void
vsl_transcript_export_async (GtkWindow           *parent,
                             VslDesk             *desk,
                             VslDebateDocument   *document,
                             const char          *format,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  GTask *task = g_task_new (document, NULL, callback, user_data);
  g_autofree char *name = dup_name (document, format);
  Export *export = g_new0 (Export, 1);

  export->desk = g_object_ref (desk);
  export->document = g_object_ref (document);
  export->format = g_strdup (format);
  g_task_set_source_tag (task, vsl_transcript_export_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, export, export_free);
  vsl_file_picker_save_transcript_async (parent, name, picked_cb, task);
}

/**
 * vsl_transcript_export_finish:
 * @result: the result
 * @error: return location
 *
 * Returns: whether the file is written, or none was chosen
 */
gboolean
vsl_transcript_export_finish (GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, vsl_transcript_export_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
