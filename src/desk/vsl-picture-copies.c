/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "desk/vsl-picture-copies.h"

#include "core/vsl-text.h"
#include "exchange/vsl-picture-scaler.h"
#include "store/vsl-media-files.h"
#include "store/vsl-store-media.h"

#include <string.h>

/* The longest part of a file name on a site that comes from the name of the file here. */
#define MAX_STEM 60

static void
file_clear (gpointer data)
{
  g_free ((char *) ((VslCmsFile *) data)->path);
}

/**
 * vsl_picture_copies_free:
 * @self: (nullable): files
 */
void
vsl_picture_copies_free (VslPictureCopies *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->files, g_array_unref);
  g_free (self->content_type);
  g_free (self->stem);
  g_free (self);
}

/**
 * vsl_picture_copies_dup_stem:
 * @name: of the file that a picture came from
 *
 * Returns: (transfer full): the first part of a name for its copies: ASCII, without an ending
 */
char *
vsl_picture_copies_dup_stem (const char *name)
{
  const char *dot = strrchr (name, '.');
  g_autofree char *stem = g_strndup (name, dot != NULL ? (gsize) (dot - name) : strlen (name));
  g_autofree char *slug = vsl_text_make_slug (stem, MAX_STEM);

  return *slug != '\0' ? g_steal_pointer (&slug) : g_strdup ("picture");
}

/* One copy, made anew: it costs less than knowing that an old one is whole and of the same mind. */
static gboolean
add_copy (VslPictureCopies       *self,
          GBytes                 *original,
          const VslPictureFacts  *facts,
          const char             *data_dir,
          const char             *hash,
          guint                   edge,
          GError                **error)
{
  g_autoptr(GBytes) fitted = NULL;
  VslPictureFacts result;
  VslCmsFile file;
  const char *type;

  fitted = vsl_picture_scaler_fit (original, facts, edge, &result, error);
  if (fitted == NULL)
    return FALSE;

  type = vsl_picture_type_get_content_type (result.type);
  file.path = vsl_media_files_dup_sized_path (data_dir, hash, edge, type);
  vsl_picture_facts_get_shown_size (&result, &file.width, &file.height);
  if (!vsl_media_files_write (file.path, fitted, error))
    {
      g_free ((char *) file.path);
      return FALSE;
    }
  g_array_append_val (self->files, file);
  if (self->content_type == NULL)
    self->content_type = g_strdup (type);

  return TRUE;
}

/**
 * vsl_picture_copies_make:
 * @store: the store
 * @data_dir: the data directory
 * @hash: SHA-256 of the bytes of a picture
 * @edges: the longest sides that are wanted in pixels, the largest first
 * @n_edges: how many there are
 * @error: return location for a #GError
 *
 * Makes the files that may be sent: without the place where it was made, upright, and in these sizes;
 * a size that the picture does not reach is left out, but for the first. Waits for disk and pixels:
 * for a thread of the pool.
 *
 * Returns: (transfer full): the files
 */
VslPictureCopies *
vsl_picture_copies_make (VslStore     *store,
                         const char   *data_dir,
                         const char   *hash,
                         const guint  *edges,
                         guint         n_edges,
                         GError      **error)
{
  g_autoptr(VslPictureCopies) self = g_new0 (VslPictureCopies, 1);
  g_autoptr(VslMedia) media = vsl_store_load_media (store, hash, error);
  g_autoptr(GMappedFile) file = NULL;
  g_autoptr(GBytes) original = NULL;
  g_autofree char *path = NULL;
  VslPictureFacts facts;
  guint i;

  if (media == NULL)
    return NULL;
  path = vsl_media_files_dup_path (data_dir, hash, media->content_type);
  file = g_mapped_file_new (path, FALSE, error);
  if (file == NULL)
    return NULL;
  original = g_mapped_file_get_bytes (file);
  if (!vsl_picture_file_read (original, media->name, &facts, error))
    return NULL;

  self->files = g_array_new (FALSE, FALSE, sizeof (VslCmsFile));
  g_array_set_clear_func (self->files, file_clear);
  self->stem = vsl_picture_copies_dup_stem (media->name);
  for (i = 0; i < n_edges; i++)
    {
      if (i > 0 && (MAX (facts.width, facts.height) <= edges[i] || facts.animated))
        continue;
      if (!add_copy (self, original, &facts, data_dir, hash, edges[i], error))
        return NULL;
    }

  return g_steal_pointer (&self);
}
