/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "desk/vsl-export-pictures.h"

#include "core/vsl-article-builder.h"
#include "desk/vsl-picture-copies.h"
#include "exchange/vsl-picture-scaler.h"
#include "markup/vsl-placed-pictures.h"
#include "store/vsl-media-files.h"
#include "store/vsl-store-media.h"

/* So many digits of its hash tell the files of two pictures of one name apart. */
#define NAME_DIGITS 8

/* A picture as it may leave this computer: upright, and without where and when it was made. */
typedef struct
{
  GBytes *bytes; /* (owned) */
  char *name;    /* (owned) */
  guint width;
  guint height;
} Leaving;

static void
leaving_clear (Leaving *leaving)
{
  g_clear_pointer (&leaving->bytes, g_bytes_unref);
  g_free (leaving->name);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Leaving, leaving_clear)

/* One that came back from an export has its digits already. */
static char *
dup_name (const VslMedia *media,
          VslPictureType  type)
{
  g_autofree char *stem = vsl_picture_copies_dup_stem (media->name);
  g_autofree char *digits = g_strdup_printf ("-%.*s", NAME_DIGITS, media->hash);
  const char *ending = vsl_picture_get_ending (vsl_picture_type_get_content_type (type));

  return g_strconcat (stem, g_str_has_suffix (stem, digits) ? "" : digits, ending, NULL);
}

static gboolean
load (VslStore   *store,
      const char *data_dir,
      const char *hash,
      guint       edge,
      Leaving    *leaving,
      GError    **error)
{
  g_autoptr(VslMedia) media = vsl_store_load_media (store, hash, error);
  g_autoptr(GMappedFile) file = NULL;
  g_autoptr(GBytes) original = NULL;
  g_autofree char *path = NULL;
  VslPictureFacts facts, fitted;

  if (media == NULL)
    return FALSE;
  path = vsl_media_files_dup_path (data_dir, hash, media->content_type);
  file = g_mapped_file_new (path, FALSE, error);
  if (file == NULL)
    return FALSE;

  original = g_mapped_file_get_bytes (file);
  if (!vsl_picture_file_read (original, media->name, &facts, error))
    return FALSE;
  leaving->bytes = vsl_picture_scaler_fit (original, &facts, edge, &fitted, error);
  if (leaving->bytes == NULL)
    return FALSE;
  vsl_picture_facts_get_shown_size (&fitted, &leaving->width, &leaving->height);
  leaving->name = dup_name (media, fitted.type);

  return TRUE;
}

/* Whether the picture leaves with the article; one of which only the words came in has no file. */
static gboolean
is_wanted (VslArticle              *article,
           VslPicture              *picture,
           const VslExportPictures *how)
{
  return *vsl_picture_get_hash (picture) != '\0' &&
         (how->all || vsl_picture_get_featured (picture) ||
          vsl_placed_pictures_is_used (article, picture));
}

/**
 * vsl_export_pictures_place:
 * @store: the store
 * @data_dir: the data directory
 * @article: an article
 * @how: which pictures, how, and who takes them
 * @n_missing: (out): of how many the file is gone or cannot be read
 * @error: return location for an error of who takes them
 *
 * Hands out the pictures of an article one by one. Waits for disk and pixels; any thread.
 *
 * Returns: (transfer full): the article with the pictures in their places
 */
VslArticle *
vsl_export_pictures_place (VslStore                *store,
                           const char              *data_dir,
                           VslArticle              *article,
                           const VslExportPictures *how,
                           guint                   *n_missing,
                           GError                 **error)
{
  g_autoptr(VslArticleBuilder) builder = vsl_article_builder_new (article);
  guint i;

  *n_missing = 0;
  vsl_article_builder_clear_pictures (builder);
  for (i = 0; i < vsl_article_get_n_pictures (article); i++)
    {
      VslPicture *picture = vsl_article_get_picture (article, i);
      g_auto(Leaving) leaving = { 0 };
      g_autoptr(GError) cause = NULL;
      g_autoptr(VslPicture) placed = NULL;
      g_autofree char *url = NULL;
      VslPicturePlace place = { 0 };

      if (is_wanted (article, picture, how))
        {
          if (load (store, data_dir, vsl_picture_get_hash (picture), how->edge, &leaving, &cause))
            {
              if (!how->take (leaving.name, leaving.bytes, how->take_data, error))
                return NULL;
              url = g_strconcat (how->prefix, leaving.name, NULL);
              place = (VslPicturePlace) { url, NULL, NULL, leaving.width, leaving.height };
              placed = vsl_picture_with_place (picture, &place);
            }
          else
            {
              g_debug ("%s: %s", vsl_picture_get_hash (picture), cause->message);
              (*n_missing)++;
            }
        }
      vsl_article_builder_add_picture (builder, placed != NULL ? placed : picture);
    }

  return vsl_article_builder_end (g_steal_pointer (&builder));
}

/**
 * vsl_export_pictures_keep:
 * @name: of a picture
 * @bytes: the picture
 * @folder: (type GFile): where it goes; made when it is not there
 * @error: return location for an error
 *
 * A #VslExportPicturesTake: writes the picture into a folder.
 *
 * Returns: whether it stands there, whole
 */
gboolean
vsl_export_pictures_keep (const char  *name,
                          GBytes      *bytes,
                          gpointer     folder,
                          GError     **error)
{
  g_autoptr(GFile) file = g_file_get_child (folder, name);
  g_autoptr(GError) made = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (!g_file_make_directory (folder, NULL, &made) &&
      !g_error_matches (made, G_IO_ERROR, G_IO_ERROR_EXISTS))
    {
      g_propagate_error (error, g_steal_pointer (&made));
      return FALSE;
    }

  return g_file_replace_contents (file, data, size, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL,
                                  error);
}
