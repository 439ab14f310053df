/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "config.h"

#include "desk/vsl-document-pictures.h"

#include "desk/vsl-document-private.h"

/* The pictures of an open article: a list model of VslPicture, the same object for life. */

/**
 * vsl_document_get_pictures:
 * @self: the document
 *
 * Returns: (transfer none): its pictures in order, a list model that is the same object for life
 */
GListModel *
vsl_document_get_pictures (VslDocument *self)
{
  g_return_val_if_fail (VSL_IS_DOCUMENT (self), NULL);

  return G_LIST_MODEL (self->pictures);
}

/**
 * vsl_document_insert_picture:
 * @self: the document
 * @position: where; beyond the end is at the end
 * @picture: a picture
 *
 * Adds a picture. The first one stands at the head of the article; one without a credit gets the
 * article's.
 */
void
vsl_document_insert_picture (VslDocument *self,
                             guint        position,
                             VslPicture  *picture)
{
  const char *credit = vsl_picture_get_credit (picture);
  g_autoptr(VslPicture) credited = NULL;
  g_autoptr(VslPicture) placed = NULL;
  guint n;

  g_return_if_fail (VSL_IS_DOCUMENT (self));

  n = g_list_model_get_n_items (G_LIST_MODEL (self->pictures));
  if (*credit == '\0')
    credit = vsl_document_get_text (self, VSL_FIELD_CREDIT);
  credited = vsl_picture_with_texts (picture, credit, vsl_picture_get_caption (picture),
                                     vsl_picture_get_alt (picture));
  placed = vsl_picture_with_featured (credited, vsl_picture_get_featured (picture) || n == 0);
  g_list_store_insert (self->pictures, MIN (position, n), placed);
}

/**
 * vsl_document_replace_picture:
 * @self: the document
 * @position: which
 * @picture: what it is to be
 *
 * Changes a picture.
 */
void
vsl_document_replace_picture (VslDocument *self,
                              guint        position,
                              VslPicture  *picture)
{
  g_autoptr(VslPicture) old = NULL;
  gpointer additions[] = { picture };

  g_return_if_fail (VSL_IS_DOCUMENT (self));

  old = g_list_model_get_item (G_LIST_MODEL (self->pictures), position);
  if (old != NULL && !vsl_picture_equal (old, picture))
    g_list_store_splice (self->pictures, position, 1, additions, 1);
}

/**
 * vsl_document_remove_picture:
 * @self: the document
 * @position: which
 *
 * Takes a picture out of the article. Its file stays for a while.
 */
void
vsl_document_remove_picture (VslDocument *self,
                             guint        position)
{
  g_return_if_fail (VSL_IS_DOCUMENT (self));

  if (position < g_list_model_get_n_items (G_LIST_MODEL (self->pictures)))
    g_list_store_remove (self->pictures, position);
}

/**
 * vsl_document_move_picture:
 * @self: the document
 * @position: which
 * @to: where it is to stand; beyond the end is at the end
 *
 * Changes the order of the pictures.
 */
void
vsl_document_move_picture (VslDocument *self,
                           guint        position,
                           guint        to)
{
  guint n;
  guint first, last;
  g_autoptr(GPtrArray) moved = g_ptr_array_new_with_free_func (g_object_unref);
  gpointer picture;
  guint i;

  g_return_if_fail (VSL_IS_DOCUMENT (self));

  n = g_list_model_get_n_items (G_LIST_MODEL (self->pictures));
  if (position >= n)
    return;
  to = MIN (to, n - 1);
  if (position == to)
    return;

  first = MIN (position, to);
  last = MAX (position, to);
  for (i = first; i <= last; i++)
    g_ptr_array_add (moved, g_list_model_get_item (G_LIST_MODEL (self->pictures), i));
  picture = g_ptr_array_steal_index (moved, position - first);
  g_ptr_array_insert (moved, (int) (to - first), picture);
  g_list_store_splice (self->pictures, first, moved->len, moved->pdata, moved->len);
}

/**
 * vsl_document_exchange_picture:
 * @self: the document
 * @position: which
 * @picture: another file
 *
 * Puts another file in the place of a picture: its words, its place and its star stay, and where the
 * text shows it, it shows the new one. The point that stays visible is in the middle again.
 */
void
vsl_document_exchange_picture (VslDocument *self,
                               guint        position,
                               VslPicture  *picture)
{
  g_autoptr(VslPicture) old = NULL;
  g_autoptr(VslPicture) filed = NULL;
  g_autoptr(VslPicture) centred = NULL;
  g_autofree char *old_reference = NULL;
  g_autofree char *reference = NULL;
  g_auto(GStrv) parts = NULL;
  g_autofree char *body = NULL;
  g_autofree char *exchanged = NULL;

  g_return_if_fail (VSL_IS_DOCUMENT (self) && VSL_IS_PICTURE (picture));

  old = g_list_model_get_item (G_LIST_MODEL (self->pictures), position);
  if (old == NULL)
    return;

  filed = vsl_picture_with_file (old, vsl_picture_get_hash (picture),
                                 vsl_picture_get_content_type (picture));
  centred = vsl_picture_with_focus (filed, VSL_PICTURE_MIDDLE, VSL_PICTURE_MIDDLE);
  old_reference = vsl_picture_dup_reference (old);
  reference = vsl_picture_dup_reference (centred);
  vsl_document_replace_picture (self, position, centred);

  body = vsl_document_dup_body (self);
  parts = g_strsplit (body, old_reference, -1);
  exchanged = g_strjoinv (reference, parts);
  vsl_document_set_text (self, VSL_FIELD_BODY, exchanged);
}

/**
 * vsl_document_feature_picture:
 * @self: the document
 * @position: which; beyond the end for none
 *
 * Puts one picture at the head of the article, and no other.
 */
void
vsl_document_feature_picture (VslDocument *self,
                              guint        position)
{
  guint i;

  g_return_if_fail (VSL_IS_DOCUMENT (self));

  for (i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->pictures)); i++)
    {
      g_autoptr(VslPicture) old = g_list_model_get_item (G_LIST_MODEL (self->pictures), i);
      g_autoptr(VslPicture) changed = vsl_picture_with_featured (old, i == position);

      vsl_document_replace_picture (self, i, changed);
    }
}

/**
 * vsl_document_set_pictures:
 * @self: the document
 * @article: an article
 *
 * Takes over the pictures of @article. For the document itself.
 */
void
vsl_document_set_pictures (VslDocument *self,
                           VslArticle  *article)
{
  g_autoptr(GPtrArray) list = g_ptr_array_new ();
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->pictures));
  gboolean same = n == vsl_article_get_n_pictures (article);
  guint i;

  for (i = 0; i < vsl_article_get_n_pictures (article); i++)
    {
      g_autoptr(VslPicture) old = g_list_model_get_item (G_LIST_MODEL (self->pictures), i);

      g_ptr_array_add (list, vsl_article_get_picture (article, i));
      same = same && old != NULL && vsl_picture_equal (old, list->pdata[i]);
    }
  if (!same)
    g_list_store_splice (self->pictures, 0, n, list->pdata, list->len);
}
