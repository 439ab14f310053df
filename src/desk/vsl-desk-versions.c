/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "desk/vsl-desk-versions.h"

#include "desk/vsl-desk-fault.h"
#include "desk/vsl-desk-private.h"
#include "desk/vsl-document-private.h"
#include "store/vsl-store-snapshots.h"

/* What is on the screen goes to the disk first, so that the versions know of it. */
static gboolean
save_open_document (VslDesk     *self,
                    const char  *article_id,
                    GError     **error)
{
  VslDocument *document = vsl_desk_peek_document (self, article_id);

  return document == NULL || vsl_document_save (document, error);
}

/**
 * vsl_desk_list_versions:
 * @self: the desk
 * @article_id: the id of an article
 * @error: return location
 *
 * Returns: (transfer full) (element-type VslSnapshot): its versions, newest first
 */
GPtrArray *
vsl_desk_list_versions (VslDesk     *self,
                        const char  *article_id,
                        GError     **error)
{
  g_autoptr(GError) local_error = NULL;
  GPtrArray *versions;

  g_return_val_if_fail (VSL_IS_DESK (self), NULL);

  versions = vsl_store_list_snapshots (self->store, article_id, &local_error);
  if (versions == NULL)
    vsl_desk_fault_propagate (error, g_steal_pointer (&local_error));

  return versions;
}

/**
 * vsl_desk_load_version:
 * @self: the desk
 * @article_id: the id of an article
 * @number: the number of one of its versions
 * @error: return location
 *
 * Returns: (transfer full): the article as it was
 */
VslArticle *
vsl_desk_load_version (VslDesk     *self,
                       const char  *article_id,
                       gint64       number,
                       GError     **error)
{
  g_autoptr(GError) local_error = NULL;
  VslArticle *article;

  g_return_val_if_fail (VSL_IS_DESK (self), NULL);

  article = vsl_store_load_snapshot_article (self->store, article_id, number, &local_error);
  if (article == NULL)
    vsl_desk_fault_propagate (error, g_steal_pointer (&local_error));

  return article;
}

/**
 * vsl_desk_keep_version:
 * @self: the desk
 * @article_id: the id of an article
 * @name: (nullable): a name for it
 * @error: return location
 *
 * Keeps the article, as it is on the screen, as a version that is never thinned out.
 *
 * Returns: (transfer full): the version
 */
VslSnapshot *
vsl_desk_keep_version (VslDesk     *self,
                       const char  *article_id,
                       const char  *name,
                       GError     **error)
{
  g_autoptr(GError) local_error = NULL;
  VslSnapshot *version;

  g_return_val_if_fail (VSL_IS_DESK (self), NULL);

  if (!save_open_document (self, article_id, error))
    return NULL;

  version = vsl_store_add_snapshot (self->store, article_id, VSL_SNAPSHOT_NAMED, name,
                                    vsl_desk_get_now (self), &local_error);
  if (version == NULL)
    vsl_desk_fault_propagate (error, g_steal_pointer (&local_error));

  return version;
}

/**
 * vsl_desk_name_version:
 * @self: the desk
 * @article_id: the id of an article
 * @number: the number of one of its versions
 * @name: (nullable): its new name, or %NULL for none
 * @error: return location
 *
 * Returns: whether it has that name now
 */
gboolean
vsl_desk_name_version (VslDesk     *self,
                       const char  *article_id,
                       gint64       number,
                       const char  *name,
                       GError     **error)
{
  g_autoptr(GError) local_error = NULL;

  g_return_val_if_fail (VSL_IS_DESK (self), FALSE);

  if (vsl_store_name_snapshot (self->store, article_id, number, name, &local_error))
    return TRUE;

  vsl_desk_fault_propagate (error, g_steal_pointer (&local_error));

  return FALSE;
}

/**
 * vsl_desk_restore_version:
 * @self: the desk
 * @article_id: the id of an article
 * @number: the number of one of its versions
 * @error: return location
 *
 * Makes the article read as it did. What it reads like now becomes a version first, so this can be
 * undone in the same way. When it is open, the screen shows it.
 *
 * Returns: (transfer full): the article as it is now
 */
VslArticle *
vsl_desk_restore_version (VslDesk     *self,
                          const char  *article_id,
                          gint64       number,
                          GError     **error)
{
  g_autoptr(GError) local_error = NULL;
  VslDocument *document;
  VslArticle *restored;

  g_return_val_if_fail (VSL_IS_DESK (self), NULL);

  if (!save_open_document (self, article_id, error))
    return NULL;

  restored = vsl_store_restore_snapshot (self->store, article_id, number, vsl_desk_get_now (self),
                                         &local_error);
  if (restored == NULL)
    {
      vsl_desk_fault_propagate (error, g_steal_pointer (&local_error));
      return NULL;
    }

  document = vsl_desk_peek_document (self, article_id);
  if (document != NULL)
    vsl_document_adopt_article (document, restored);
  vsl_desk_update_library (self, article_id);

  return restored;
}
