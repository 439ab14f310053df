/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "config.h"

#include "desk/vsl-desk-pictures.h"

#include "core/vsl-article-builder.h"
#include "desk/vsl-desk-fault.h"
#include "desk/vsl-desk-private.h"
#include "exchange/vsl-picture-scaler.h"
#include "store/vsl-media-files.h"
#include "store/vsl-store-media.h"

#include <glib/gi18n.h>

/* Pictures on this computer: from a file somewhere to one of media/, and from there to the screen.
 * Pixels are worked on in threads of the pool, never in the main one. */

typedef struct
{
  GFile *file;         /* (owned) (nullable) */
  GBytes *bytes;       /* (owned) (nullable) */
  char *name;          /* (owned) (nullable) */
  VslPicture *picture; /* (owned) (nullable) */
  guint edge;
  gint64 now;
} Work;

static void
work_free (Work *work)
{
  g_clear_object (&work->file);
  g_clear_pointer (&work->bytes, g_bytes_unref);
  g_clear_object (&work->picture);
  g_free (work->name);
  g_free (work);
}

/**
 * vsl_thumbnail_free:
 * @self: (nullable): a picture as it can be shown
 */
void
vsl_thumbnail_free (VslThumbnail *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->png, g_bytes_unref);
  g_free (self->name);
  g_free (self);
}

static VslPicture *
take (VslDesk    *self,
      GBytes     *bytes,
      const char *name,
      gint64      now,
      GError    **error)
{
  g_autofree char *hash = NULL;
  g_autofree char *path = NULL;
  VslPictureFacts facts;
  VslMedia media = { 0 };

  if (!vsl_picture_file_read (bytes, name, &facts, error) ||
      !vsl_picture_scaler_check (bytes, &facts, name, error))
    return NULL;

  hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  media.hash = hash;
  media.content_type = (char *) vsl_picture_type_get_content_type (facts.type);
  media.bytes = (gint64) g_bytes_get_size (bytes);
  media.name = (char *) name;
  vsl_picture_facts_get_shown_size (&facts, &media.width, &media.height);
  path = vsl_media_files_dup_path (self->data_dir, hash, media.content_type);
  if (!vsl_media_files_write (path, bytes, error) ||
      !vsl_store_add_media (self->store, &media, now, error))
    return NULL;

  return vsl_picture_new (hash, media.content_type, NULL, NULL, NULL);
}

/**
 * vsl_desk_take_picture:
 * @self: the desk
 * @bytes: what is to be a picture
 * @name: what its file is called
 * @error: return location
 *
 * Keeps a picture in media/, once. Waits for the disk.
 *
 * Returns: (transfer full): the picture, without words yet. Errors: %VSL_DESK_ERROR_INPUT
 */
VslPicture *
vsl_desk_take_picture (VslDesk     *self,
                       GBytes      *bytes,
                       const char  *name,
                       GError     **error)
{
  g_autoptr(GError) local_error = NULL;
  VslPicture *picture;

  g_return_val_if_fail (VSL_IS_DESK (self) && bytes != NULL && name != NULL, NULL);

  picture = take (self, bytes, name, vsl_desk_get_now (self), &local_error);
  if (picture == NULL)
    vsl_desk_fault_propagate (error, g_steal_pointer (&local_error));

  return picture;
}

/**
 * vsl_desk_read_picture_file:
 * @file: a file
 * @error: return location
 *
 * Reads a file, or as much of it as shows that it is too large. Waits for the disk.
 *
 * Returns: (transfer full): its bytes
 */
GBytes *
vsl_desk_read_picture_file (GFile   *file,
                            GError **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(GFileInputStream) stream = g_file_read (file, NULL, &local_error);
  g_autoptr(GByteArray) array = g_byte_array_new ();

  while (stream != NULL && local_error == NULL && array->len <= VSL_PICTURE_MAX_BYTES)
    {
      g_autoptr(GBytes) part =
        g_input_stream_read_bytes (G_INPUT_STREAM (stream), 1024 * 1024, NULL, &local_error);

      if (part == NULL || g_bytes_get_size (part) == 0)
        break;
      g_byte_array_append (array, g_bytes_get_data (part, NULL), g_bytes_get_size (part));
    }
  if (local_error != NULL)
    {
      g_autofree char *path = g_file_get_parse_name (file);

      vsl_desk_fault_set (error, VSL_DESK_ERROR_INPUT, "unreadable",
                          _("The file “%s” cannot be read: %s."), path, local_error->message);
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&array));
}

static void
take_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;
  VslPicture *picture = NULL;

  if (work->bytes == NULL)
    work->bytes = vsl_desk_read_picture_file (work->file, &error);
  if (work->bytes != NULL)
    picture = take (source, work->bytes, work->name, work->now, &error);

  if (picture != NULL)
    g_task_return_pointer (task, picture, g_object_unref);
  else
    g_task_return_error (task, vsl_desk_fault_adopt (error));
}

/**
 * vsl_desk_take_picture_async:
 * @self: the desk
 * @file: (nullable): a file, or
 * @bytes: (nullable): what it would hold
 * @name: (nullable): what the file is called, for @bytes
 * @cancellable: (nullable): the answer is not wanted any more
 * @callback: called in the main context
 * @user_data: for @callback
 *
 * Keeps a picture in media/, once.
 */
void
vsl_desk_take_picture_async (VslDesk             *self,
                             GFile               *file,
                             GBytes              *bytes,
                             const char          *name,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  Work *work;

  g_return_if_fail (VSL_IS_DESK (self));
  g_return_if_fail (G_IS_FILE (file) || bytes != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, vsl_desk_take_picture_async);
  work = g_new0 (Work, 1);
  if (file != NULL)
    work->file = g_object_ref (file);
  if (bytes != NULL)
    work->bytes = g_bytes_ref (bytes);
  work->name = name != NULL || file == NULL ? g_strdup (name != NULL ? name : "picture")
                                            : g_file_get_basename (file);
  work->now = vsl_desk_get_now (self);
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  g_task_run_in_thread (task, take_thread);
}

/**
 * vsl_desk_take_picture_finish:
 * @self: the desk
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full): the picture, without words yet
 */
VslPicture *
vsl_desk_take_picture_finish (VslDesk       *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static VslThumbnail *
load_thumbnail (VslDesk  *self,
                Work     *work,
                GError  **error)
{
  g_autoptr(VslThumbnail) thumbnail = g_new0 (VslThumbnail, 1);
  g_autoptr(VslMedia) media = NULL;
  g_autoptr(GMappedFile) file = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *path = NULL;
  VslPictureFacts facts;

  media = vsl_store_load_media (self->store, vsl_picture_get_hash (work->picture), error);
  if (media == NULL)
    return NULL;
  path = vsl_media_files_dup_path (self->data_dir, media->hash, media->content_type);
  file = g_mapped_file_new (path, FALSE, error);
  if (file == NULL)
    return NULL;

  bytes = g_mapped_file_get_bytes (file);
  if (!vsl_picture_file_read (bytes, media->name, &facts, error))
    return NULL;
  thumbnail->png = vsl_picture_scaler_thumbnail (bytes, &facts, work->edge, error);
  if (thumbnail->png == NULL)
    return NULL;
  thumbnail->width = media->width;
  thumbnail->height = media->height;
  thumbnail->name = g_steal_pointer (&media->name);

  return g_steal_pointer (&thumbnail);
}

static void
thumbnail_thread (GTask        *task,
                  gpointer      source,
                  gpointer      data,
                  GCancellable *cancellable)
{
  GError *error = NULL;
  VslThumbnail *thumbnail = load_thumbnail (source, data, &error);

  if (thumbnail != NULL)
    g_task_return_pointer (task, thumbnail, (GDestroyNotify) vsl_thumbnail_free);
  else
    g_task_return_error (task, vsl_desk_fault_adopt (error));
}

/**
 * vsl_desk_load_thumbnail_async:
 * @self: the desk
 * @picture: a picture of an article
 * @edge: the longest side that is wanted, in pixels
 * @cancellable: (nullable): the answer is not wanted any more
 * @callback: called in the main context
 * @user_data: for @callback
 *
 * Makes a picture as it can be shown.
 */
void
vsl_desk_load_thumbnail_async (VslDesk             *self,
                               VslPicture          *picture,
                               guint                edge,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  Work *work;

  g_return_if_fail (VSL_IS_DESK (self) && VSL_IS_PICTURE (picture));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, vsl_desk_load_thumbnail_async);
  work = g_new0 (Work, 1);
  work->picture = g_object_ref (picture);
  work->edge = edge;
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  g_task_run_in_thread (task, thumbnail_thread);
}

/**
 * vsl_desk_load_thumbnail_finish:
 * @self: the desk
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full): the picture as it can be shown
 */
VslThumbnail *
vsl_desk_load_thumbnail_finish (VslDesk       *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * vsl_desk_sweep_pictures:
 * @self: the desk
 * @error: return location
 *
 * Deletes the files of pictures that no article and no version has had for %VSL_MEDIA_KEEP_DAYS
 * days. Waits for the disk.
 *
 * Returns: how many there were
 */
guint
vsl_desk_sweep_pictures (VslDesk  *self,
                         GError  **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(GPtrArray) unused = NULL;
  guint i;

  g_return_val_if_fail (VSL_IS_DESK (self), 0);

  unused = vsl_store_sweep_media (self->store, vsl_desk_get_now (self), &local_error);
  if (unused == NULL)
    {
      vsl_desk_fault_propagate (error, g_steal_pointer (&local_error));
      return 0;
    }
  for (i = 0; i < unused->len; i++)
    {
      VslMedia *media = unused->pdata[i];

      vsl_media_files_remove (self->data_dir, media->hash, media->content_type);
    }

  return unused->len;
}

/**
 * vsl_desk_article_with_picture:
 * @article: an article
 * @picture: a picture
 *
 * Returns: (transfer full): @article with @picture behind the others. The first one stands at its
 *   head; one without a credit gets the article's
 */
VslArticle *
vsl_desk_article_with_picture (VslArticle *article,
                               VslPicture *picture)
{
  VslArticleBuilder *builder = vsl_article_builder_new (article);
  const char *credit = vsl_picture_get_credit (picture);
  g_autoptr(VslPicture) credited = NULL;
  g_autoptr(VslPicture) placed = NULL;

  if (*credit == '\0')
    credit = vsl_article_get_text (article, VSL_FIELD_CREDIT);
  credited = vsl_picture_with_texts (picture, credit, vsl_picture_get_caption (picture),
                                     vsl_picture_get_alt (picture));
  placed = vsl_picture_with_featured (credited, vsl_article_get_n_pictures (article) == 0);
  vsl_article_builder_add_picture (builder, placed);

  return vsl_article_builder_end (builder);
}
