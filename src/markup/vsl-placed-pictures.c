/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-markup"

#include "markup/vsl-placed-pictures.h"

#include "core/vsl-text.h"
#include "markup/vsl-inline.h"
#include "markup/vsl-labels.h"

#include <string.h>

/*
 * A body means a picture of its article by an address of the scheme media:, which no site knows.
 * Before a body is written for a target, these become the addresses that the pictures have there.
 * One whose picture has no place stays, is no address that may be shown, and leaves its words.
 */

/**
 * vsl_placed_pictures_dup_caption:
 * @picture: a picture
 * @language: (nullable): of the article
 *
 * Returns: (transfer full): what readers see under it: the caption, and who made it
 */
char *
vsl_placed_pictures_dup_caption (VslPicture *picture,
                                 const char *language)
{
  g_autofree char *caption = vsl_text_collapse_spaces (vsl_picture_get_caption (picture));
  g_autofree char *credit = vsl_text_collapse_spaces (vsl_picture_get_credit (picture));
  const char *label = vsl_labels_for_language (language)->image;
  gsize length = strlen (caption);

  if (*credit == '\0')
    return g_steal_pointer (&caption);
  if (length == 0)
    return g_strdup_printf ("%s %s", label, credit);

  return g_strdup_printf ("%s%s %s %s", caption,
                          strchr (".!?", caption[length - 1]) != NULL ? "" : ".", label, credit);
}

static void
place (cmark_node *image,
       VslPicture *picture,
       const char *language)
{
  const VslPicturePlace *target = vsl_picture_get_place (picture);
  const char *title = cmark_node_get_title (image);
  g_autofree char *alt = vsl_inline_dup_alt (image);

  cmark_node_set_url (image, target->url);
  if (title == NULL || *title == '\0')
    {
      g_autofree char *caption = vsl_placed_pictures_dup_caption (picture, language);

      cmark_node_set_title (image, caption);
    }
  if (*alt == '\0' && !vsl_picture_get_decorative (picture))
    {
      cmark_node *words = cmark_node_new (CMARK_NODE_TEXT);

      cmark_node_set_literal (words, vsl_picture_get_alt (picture));
      cmark_node_append_child (image, words);
    }
}

/**
 * vsl_placed_pictures_apply:
 * @body: the body of @article
 * @article: an article whose pictures have places
 *
 * Gives every image of @body that means a picture of @article the address that it has on the target,
 * and the words of the picture where the body has none.
 */
void
vsl_placed_pictures_apply (VslMarkdown *body,
                           VslArticle  *article)
{
  cmark_iter *iter;
  cmark_event_type event;

  g_return_if_fail (body != NULL && VSL_IS_ARTICLE (article));

  if (vsl_article_get_n_pictures (article) == 0)
    return;

  iter = cmark_iter_new (vsl_markdown_get_root (body));
  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    {
      cmark_node *node = cmark_iter_get_node (iter);
      VslPicture *picture = NULL;

      if (event == CMARK_EVENT_EXIT && cmark_node_get_type (node) == CMARK_NODE_IMAGE)
        picture = vsl_article_find_picture (article, cmark_node_get_url (node));
      if (picture != NULL && vsl_picture_get_place (picture) != NULL)
        place (node, picture, vsl_article_get_language (article));
    }
  cmark_iter_free (iter);
}

/**
 * vsl_placed_pictures_find:
 * @article: (nullable): an article
 * @url: (nullable): an address on the target
 *
 * Returns: (transfer none) (nullable): the picture of @article that has this place
 */
VslPicture *
vsl_placed_pictures_find (VslArticle *article,
                          const char *url)
{
  guint i;

  for (i = 0; article != NULL && i < vsl_article_get_n_pictures (article); i++)
    {
      VslPicture *picture = vsl_article_get_picture (article, i);
      const VslPicturePlace *target = vsl_picture_get_place (picture);

      if (target != NULL && g_strcmp0 (target->url, url) == 0)
        return picture;
    }

  return NULL;
}

/**
 * vsl_placed_pictures_is_used:
 * @article: an article
 * @picture: a picture of it
 *
 * Returns: whether the text shows it
 */
gboolean
vsl_placed_pictures_is_used (VslArticle *article,
                             VslPicture *picture)
{
  g_autoptr(VslMarkdown) body = NULL;
  gboolean used = FALSE;
  cmark_iter *iter;

  g_return_val_if_fail (VSL_IS_ARTICLE (article) && VSL_IS_PICTURE (picture), FALSE);

  if (strstr (vsl_article_get_text (article, VSL_FIELD_BODY), VSL_PICTURE_SCHEME) == NULL)
    return FALSE;

  body = vsl_markdown_parse (vsl_article_get_text (article, VSL_FIELD_BODY));
  iter = cmark_iter_new (vsl_markdown_get_root (body));
  while (!used && cmark_iter_next (iter) != CMARK_EVENT_DONE)
    {
      cmark_node *node = cmark_iter_get_node (iter);

      used = cmark_node_get_type (node) == CMARK_NODE_IMAGE &&
             vsl_picture_is_meant_by (picture, cmark_node_get_url (node));
    }
  cmark_iter_free (iter);

  return used;
}
