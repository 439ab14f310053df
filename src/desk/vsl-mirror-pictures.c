/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "desk/vsl-mirror-pictures.h"

#include "core/vsl-article-builder.h"
#include "store/vsl-backup-media.h"
#include "store/vsl-media-files.h"
#include "store/vsl-store-media.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

/* Where the pictures are, beside the Markdown copies of the articles. */
#define MEDIA "media"

/* The picture beside the copies, as it came in, in the place that this gives it. */
static VslPicture *
place_picture (VslStore   *store,
               const char *copies,
               VslPicture *picture)
{
  const char *hash = vsl_picture_get_hash (picture);
  const char *type = vsl_picture_get_content_type (picture);
  g_autofree char *name = g_strconcat (MEDIA, "/", hash, vsl_picture_get_ending (type), NULL);
  g_autofree char *folder = g_build_filename (copies, MEDIA, NULL);
  g_autofree char *from =
    vsl_media_files_dup_path (vsl_store_get_directory (store), hash, type);
  g_autofree char *to = g_build_filename (copies, name, NULL);
  g_autoptr(GError) error = NULL;
  const VslPicturePlace place = { .url = name };

  if (*hash == '\0')
    return g_object_ref (picture);
  /* Without its picture a copy is better than no copy. */
  if (g_mkdir_with_parents (folder, 0700) != 0 || !vsl_backup_media_put (from, to, &error))
    {
      g_debug ("%s: %s", to, error != NULL ? error->message : g_strerror (errno));
      return g_object_ref (picture);
    }

  return vsl_picture_with_place (picture, &place);
}

/**
 * vsl_mirror_pictures_place:
 * @store: the store
 * @copies: the folder of the copies
 * @article: an article
 *
 * Puts the pictures of @article beside its copy. Waits for the disk; any thread.
 *
 * Returns: (transfer full): it with its pictures in those places
 */
VslArticle *
vsl_mirror_pictures_place (VslStore   *store,
                           const char *copies,
                           VslArticle *article)
{
  VslArticleBuilder *builder = vsl_article_builder_new (article);
  guint i;

  vsl_article_builder_clear_pictures (builder);
  for (i = 0; i < vsl_article_get_n_pictures (article); i++)
    {
      g_autoptr(VslPicture) placed =
        place_picture (store, copies, vsl_article_get_picture (article, i));

      vsl_article_builder_add_picture (builder, placed);
    }

  return vsl_article_builder_end (builder);
}

/**
 * vsl_mirror_pictures_drop:
 * @store: the store
 * @copies: the folder of the copies
 *
 * What the store has forgotten, %VSL_MEDIA_KEEP_DAYS days after the last article that had it, goes
 * here too. One whose file is gone while it is remembered may be the last there is, and stays.
 */
void
vsl_mirror_pictures_drop (VslStore   *store,
                          const char *copies)
{
  g_autofree char *folder = g_build_filename (copies, MEDIA, NULL);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *hash = g_strndup (name, strcspn (name, "."));
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr(GError) error = NULL;
      g_autoptr(VslMedia) media = NULL;

      if (!vsl_media_files_is_name (name))
        continue;
      media = vsl_store_load_media (store, hash, &error);
      if (g_error_matches (error, VSL_STORE_ERROR, VSL_STORE_ERROR_NOT_FOUND) &&
          g_unlink (path) != 0)
        g_debug ("%s stays: %s", path, g_strerror (errno));
    }
}
