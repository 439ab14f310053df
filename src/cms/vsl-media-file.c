/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cms"

#include "config.h"

#include "cms/vsl-media-file.h"

#include "cms/vsl-cms-error.h"

#include <glib/gi18n.h>

#define CHUNK_BYTES (64 * 1024)

/* The file of a picture on its way to a site: opened, measured and summed in a thread of the pool,
 * then read by the sender. Never whole in memory. */

/**
 * vsl_media_file_free:
 * @self: (nullable): a file
 */
void
vsl_media_file_free (VslMediaFile *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->stream);
  g_free (self->md5);
  g_free (self);
}

static VslMediaFile *
open_file (const char    *path,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr(VslMediaFile) self = g_new0 (VslMediaFile, 1);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GChecksum) sum = g_checksum_new (G_CHECKSUM_MD5);
  g_autofree guchar *buffer = g_malloc (CHUNK_BYTES);
  gssize n;

  self->stream = G_INPUT_STREAM (g_file_read (file, cancellable, error));
  if (self->stream == NULL)
    return NULL;

  while ((n = g_input_stream_read (self->stream, buffer, CHUNK_BYTES, cancellable, error)) > 0)
    {
      g_checksum_update (sum, buffer, n);
      self->length += n;
    }
  if (n < 0 || !g_seekable_seek (G_SEEKABLE (self->stream), 0, G_SEEK_SET, cancellable, error))
    return NULL;
  self->md5 = g_strdup (g_checksum_get_string (sum));

  return g_steal_pointer (&self);
}

static void
open_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  g_autoptr(GError) error = NULL;
  VslMediaFile *file = open_file (data, cancellable, &error);

  if (file != NULL)
    g_task_return_pointer (task, file, (GDestroyNotify) vsl_media_file_free);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_new_error (task, VSL_CMS_ERROR, VSL_CMS_ERROR_FAILED,
                             _("The file of a picture cannot be read: %s. Nothing was sent; put "
                               "the picture into the article again."), error->message);
}

/**
 * vsl_media_file_open_async:
 * @path: a file on this computer
 * @cancellable: (nullable): stops it
 * @callback: called in the main context
 * @user_data: for @callback
 *
 * Opens a file and sums it.
 */
void
vsl_media_file_open_async (const char          *path,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, vsl_media_file_open_async);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, open_thread);
}

/**
 * vsl_media_file_open_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full): the file
 */
VslMediaFile *
vsl_media_file_open_finish (GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, vsl_media_file_open_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
