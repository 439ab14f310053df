/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "desk/vsl-desk-private.h"

#include "desk/vsl-desk-fault.h"
#include "desk/vsl-document-private.h"

/**
 * vsl_desk_update_library:
 * @self: the desk
 * @id: the id of an article
 *
 * Looks in the store how the row of the library is now. For the desk.
 */
void
vsl_desk_update_library (VslDesk    *self,
                         const char *id)
{
  g_autoptr(VslArticleSummary) summary = vsl_store_load_summary (self->store, id, NULL);

  vsl_desk_tell_folders (self, id, summary);
  if (self->cache != NULL)
    vsl_cache_update (self->cache, id);
  if (summary != NULL)
    vsl_backups_touch (self->backups, id);
}

/**
 * vsl_desk_find_article:
 * @self: the desk
 * @id_or_prefix: an id, or the beginning of one
 * @error: return location
 *
 * Returns: (transfer full): the whole id. Errors: %VSL_DESK_ERROR_NOT_FOUND, with the word
 *   `ambiguous` when several articles begin so
 */
char *
vsl_desk_find_article (VslDesk     *self,
                       const char  *id_or_prefix,
                       GError     **error)
{
  g_autoptr(GError) local_error = NULL;
  char *id;

  g_return_val_if_fail (VSL_IS_DESK (self), NULL);

  id = vsl_store_find_article (self->store, id_or_prefix, &local_error);
  if (id == NULL)
    vsl_desk_fault_propagate (error, g_steal_pointer (&local_error));

  return id;
}

/**
 * vsl_desk_load_article:
 * @self: the desk
 * @id: an id
 * @error: return location
 *
 * Returns: (transfer full): the article; when it is open, as it is on the screen
 */
VslArticle *
vsl_desk_load_article (VslDesk     *self,
                       const char  *id,
                       GError     **error)
{
  g_autoptr(GError) local_error = NULL;
  VslDocument *document;
  VslArticle *article;

  g_return_val_if_fail (VSL_IS_DESK (self), NULL);

  document = vsl_desk_peek_document (self, id);
  if (document != NULL)
    return vsl_document_dup_article (document);

  article = vsl_store_load_article (self->store, id, &local_error);
  if (article == NULL)
    vsl_desk_fault_propagate (error, g_steal_pointer (&local_error));

  return article;
}

/* The article is open: what is to be stored comes on the screen, and from there on the disk. */
static VslArticle *
save_in_document (VslDocument  *document,
                  VslArticle   *article,
                  GError      **error)
{
  g_autoptr(VslDocument) keep = g_object_ref (document);

  vsl_document_apply_article (document, article);
  if (!vsl_document_save (document, error))
    return NULL;

  return vsl_document_dup_article (document);
}

/**
 * vsl_desk_save_article:
 * @self: the desk
 * @article: an article; without an id it is a new one
 * @error: return location
 *
 * Stores an article and waits for the disk. When it is open, the document takes it over.
 *
 * Returns: (transfer full): the article as it is stored, with its id and its new revision
 */
VslArticle *
vsl_desk_save_article (VslDesk     *self,
                       VslArticle  *article,
                       GError     **error)
{
  g_autoptr(GError) local_error = NULL;
  VslDocument *document = NULL;
  VslArticle *stored;
  const char *id;

  g_return_val_if_fail (VSL_IS_DESK (self), NULL);
  g_return_val_if_fail (VSL_IS_ARTICLE (article), NULL);

  id = vsl_article_get_id (article);
  if (id != NULL)
    document = vsl_desk_peek_document (self, id);
  if (document != NULL)
    return save_in_document (document, article, error);

  stored = vsl_store_save_article (self->store, article, vsl_desk_get_now (self), &local_error);
  if (stored == NULL)
    {
      vsl_desk_fault_propagate (error, g_steal_pointer (&local_error));
      return NULL;
    }
  vsl_desk_update_library (self, vsl_article_get_id (stored));

  return stored;
}

/**
 * vsl_desk_delete_article:
 * @self: the desk
 * @id: an id
 * @error: return location
 *
 * Puts an article in the bin. It keeps everything; vsl_desk_undelete_article() takes it back.
 *
 * Returns: whether it is there
 */
gboolean
vsl_desk_delete_article (VslDesk     *self,
                         const char  *id,
                         GError     **error)
{
  g_autoptr(GError) local_error = NULL;
  VslDocument *document;

  g_return_val_if_fail (VSL_IS_DESK (self), FALSE);

  document = vsl_desk_peek_document (self, id);
  if (document != NULL && !vsl_document_save (document, error))
    return FALSE;
  if (!vsl_store_delete_article (self->store, id, vsl_desk_get_now (self), &local_error))
    {
      vsl_desk_fault_propagate (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  vsl_desk_update_library (self, id);

  return TRUE;
}

/**
 * vsl_desk_undelete_article:
 * @self: the desk
 * @id: an id
 * @error: return location
 *
 * Takes an article out of the bin.
 *
 * Returns: whether it is back
 */
gboolean
vsl_desk_undelete_article (VslDesk     *self,
                           const char  *id,
                           GError     **error)
{
  g_autoptr(GError) local_error = NULL;

  g_return_val_if_fail (VSL_IS_DESK (self), FALSE);

  if (!vsl_store_undelete_article (self->store, id, &local_error))
    {
      vsl_desk_fault_propagate (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  vsl_desk_update_library (self, id);

  return TRUE;
}

/* Who wants all articles as one list waits for it, once. */
static GListModel *
ensure_folder (VslDesk     *self,
               VslLibrary **folder,
               gboolean     bin)
{
  VslLibraryQuery query = { .bin = bin };

  if (*folder == NULL)
    {
      *folder = vsl_library_new (self->store, &query, NULL);
      if (*folder == NULL)
        *folder = vsl_library_new_lazy (self->store, &query);
      vsl_desk_add_folder (self, *folder);
    }

  return G_LIST_MODEL (*folder);
}

/**
 * vsl_desk_get_library:
 * @self: the desk
 *
 * For who needs them all: a view shows folders, see vsl_desk_show_folder().
 *
 * Returns: (transfer none): the articles that are not in the bin, a list model of VslArticleSummary;
 *   the same object for life
 */
GListModel *
vsl_desk_get_library (VslDesk *self)
{
  g_return_val_if_fail (VSL_IS_DESK (self), NULL);

  return ensure_folder (self, &self->library, FALSE);
}

/**
 * vsl_desk_get_bin:
 * @self: the desk
 *
 * Returns: (transfer none): the articles in the bin, a list model of VslArticleSummary; the same
 *   object for life
 */
GListModel *
vsl_desk_get_bin (VslDesk *self)
{
  g_return_val_if_fail (VSL_IS_DESK (self), NULL);

  return ensure_folder (self, &self->bin, TRUE);
}

/**
 * vsl_desk_list_tags:
 * @self: the desk
 *
 * Returns: (transfer full): every tag in use, for completion; empty when the store cannot tell
 */
char **
vsl_desk_list_tags (VslDesk *self)
{
  char **tags;

  g_return_val_if_fail (VSL_IS_DESK (self), NULL);

  tags = vsl_store_list_tags (self->store, NULL);

  return tags != NULL ? tags : g_new0 (char *, 1);
}
