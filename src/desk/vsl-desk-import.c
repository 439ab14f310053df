/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "config.h"

#include "desk/vsl-desk-import.h"

#include "core/vsl-article-builder.h"
#include "desk/vsl-desk-pictures.h"
#include "desk/vsl-desk-private.h"
#include "markup/vsl-picture-links.h"
#include "markup/vsl-placed-pictures.h"
#include "store/vsl-store-media.h"

#include <glib/gi18n.h>

/*
 * An article that was read from a file may have pictures in files beside it: those that its front
 * matter names, and those that only its text shows. Only what lies in the folder of the article or
 * below is looked at, whatever the file says.
 */
typedef struct
{
  VslDesk *desk;
  GFile *folder;
  GString *missing;  /* (owned) why pictures are not there, a sentence a line */
} Bringing;

/* The same for a thread of the pool. */
typedef struct
{
  VslArticle *article; /* (owned) */
  GFile *folder;       /* (owned) */
  char *note;          /* (owned) (nullable) */
} Work;

static void
work_free (Work *work)
{
  g_clear_object (&work->article);
  g_clear_object (&work->folder);
  g_free (work->note);
  g_free (work);
}

/* Takes a file into media/; %NULL, and why is told, when there is no picture in it. */
static VslPicture *
take_file (Bringing   *bringing,
           const char *path)
{
  g_autoptr(GFile) file = g_file_resolve_relative_path (bringing->folder, path);
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = vsl_desk_read_picture_file (file, &error);
  VslPicture *picture = NULL;

  if (bytes != NULL)
    picture = vsl_desk_take_picture (bringing->desk, bytes, name, &error);
  if (picture == NULL)
    g_string_append_printf (bringing->missing, "%s%s", bringing->missing->len > 0 ? "\n" : "",
                            error->message);

  return picture;
}

static gboolean
is_known (Bringing   *bringing,
          VslPicture *picture)
{
  g_autoptr(VslMedia) media = NULL;

  if (*vsl_picture_get_hash (picture) == '\0')
    return FALSE;
  media = vsl_store_load_media (bringing->desk->store, vsl_picture_get_hash (picture), NULL);

  return media != NULL;
}

/* A picture that the front matter names. Without a file its words stay. */
static VslPicture *
bring_named (Bringing   *bringing,
             VslPicture *picture)
{
  const VslPicturePlace *place = vsl_picture_get_place (picture);
  g_autofree char *path = place != NULL ? vsl_picture_link_dup_path (place->url) : NULL;
  g_autoptr(VslPicture) taken = NULL;

  if (is_known (bringing, picture))
    return g_object_ref (picture);

  if (path != NULL)
    taken = take_file (bringing, path);
  else if (*vsl_picture_get_hash (picture) != '\0')
    g_string_append_printf (bringing->missing, "%s%s", bringing->missing->len > 0 ? "\n" : "",
                            _("A picture of the article has no file with it; its words are kept. Add "
                              "the picture to the article again."));
  if (taken == NULL)
    return vsl_picture_with_file (picture, "", vsl_picture_get_content_type (picture));

  return vsl_picture_with_file (picture, vsl_picture_get_hash (taken),
                                vsl_picture_get_content_type (taken));
}

/* A picture that only the text shows. */
static void
bring_shown (Bringing             *bringing,
             const VslPictureLink *link,
             VslArticleBuilder    *builder)
{
  const VslPicturePlace place = { .url = link->link };
  g_autoptr(VslPicture) taken = take_file (bringing, link->path);
  g_autoptr(VslPicture) worded = NULL;
  g_autoptr(VslPicture) placed = NULL;

  if (taken == NULL)
    return;

  worded = vsl_picture_with_texts (taken, NULL, link->caption, link->alt);
  placed = vsl_picture_with_place (worded, &place);
  vsl_article_builder_add_picture (builder, placed);
}

static void
bring_all_shown (Bringing          *bringing,
                 VslArticle        *article,
                 VslArticleBuilder *builder)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GPtrArray) links =
    vsl_picture_links_list (vsl_article_get_text (article, VSL_FIELD_BODY));
  guint i;

  for (i = 0; i < links->len; i++)
    {
      VslPictureLink *link = links->pdata[i];

      if (vsl_placed_pictures_find (article, link->link) == NULL &&
          g_hash_table_add (seen, link->link))
        bring_shown (bringing, link, builder);
    }
}

/**
 * vsl_desk_bring_pictures:
 * @self: the desk
 * @article: what was read from a file
 * @folder: where that file is
 * @note: (out) (nullable): which pictures are not there and why, translated, a sentence a line
 *
 * Keeps the pictures of @article in media/ and lets its text mean them. One that is not there is told,
 * and costs nothing of the article. Waits for the disk; any thread.
 *
 * Returns: (transfer full): the article with its pictures
 */
VslArticle *
vsl_desk_bring_pictures (VslDesk     *self,
                         VslArticle  *article,
                         GFile       *folder,
                         char       **note)
{
  g_autoptr(GString) missing = g_string_new (NULL);
  Bringing bringing = { self, folder, missing };
  g_autoptr(VslArticleBuilder) builder = NULL;
  g_autoptr(VslArticle) placed = NULL;
  g_autofree char *body = NULL;
  guint i;

  g_return_val_if_fail (VSL_IS_DESK (self) && VSL_IS_ARTICLE (article), NULL);
  g_return_val_if_fail (G_IS_FILE (folder) && note != NULL, NULL);

  builder = vsl_article_builder_new (article);
  vsl_article_builder_clear_pictures (builder);
  for (i = 0; i < vsl_article_get_n_pictures (article); i++)
    {
      g_autoptr(VslPicture) picture =
        bring_named (&bringing, vsl_article_get_picture (article, i));

      vsl_article_builder_add_picture (builder, picture);
    }
  bring_all_shown (&bringing, article, builder);
  placed = vsl_article_builder_end (g_steal_pointer (&builder));
  *note = missing->len > 0 ? g_strdup (missing->str) : NULL;

  builder = vsl_article_builder_new (placed);
  body = vsl_picture_links_from_places (vsl_article_get_text (placed, VSL_FIELD_BODY), placed);
  vsl_article_builder_set_text (builder, VSL_FIELD_BODY, body);

  return vsl_article_builder_end (g_steal_pointer (&builder));
}

/**
 * vsl_desk_names_files:
 * @article: what was read from a file
 *
 * Returns: whether it has pictures that may lie beside that file
 */
gboolean
vsl_desk_names_files (VslArticle *article)
{
  g_autoptr(GPtrArray) links = NULL;

  g_return_val_if_fail (VSL_IS_ARTICLE (article), FALSE);

  links = vsl_picture_links_list (vsl_article_get_text (article, VSL_FIELD_BODY));

  return links->len > 0 || vsl_article_get_n_pictures (article) > 0;
}

static void
bring_thread (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  Work *work = data;

  g_task_return_pointer (task,
                         vsl_desk_bring_pictures (source, work->article, work->folder, &work->note),
                         g_object_unref);
}

/**
 * vsl_desk_bring_pictures_async:
 * @self: the desk
 * @article: what was read from a file
 * @folder: where that file is
 * @callback: called in the main context
 * @user_data: for @callback
 *
 * As vsl_desk_bring_pictures(), in a thread of the pool.
 */
void
vsl_desk_bring_pictures_async (VslDesk             *self,
                               VslArticle          *article,
                               GFile               *folder,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (self, NULL, callback, user_data);
  Work *work = g_new0 (Work, 1);

  g_task_set_source_tag (task, vsl_desk_bring_pictures_async);
  work->article = g_object_ref (article);
  work->folder = g_object_ref (folder);
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  g_task_run_in_thread (task, bring_thread);
}

/**
 * vsl_desk_bring_pictures_finish:
 * @self: the desk
 * @result: what the callback was given
 * @note: (out) (nullable): which pictures are not there and why, translated, a sentence a line
 *
 * Returns: (transfer full): the article with its pictures
 */
VslArticle *
vsl_desk_bring_pictures_finish (VslDesk       *self,
                                GAsyncResult  *result,
                                char         **note)
{
  Work *work;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  work = g_task_get_task_data (G_TASK (result));
  *note = g_steal_pointer (&work->note);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}
