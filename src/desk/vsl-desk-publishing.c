/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "desk/vsl-desk-private.h"

#include "desk/vsl-desk-fault.h"
#include "desk/vsl-publication-words.h"

/* What is known of @article on @site; %NULL when it was never put there, or is not stored. */
static VslOutboxRow *
find_row (VslDesk    *self,
          VslArticle *article,
          VslSite    *site)
{
  if (vsl_article_get_id (article) == NULL)
    return NULL;

  return vsl_desk_find_copy (self, vsl_article_get_id (article), vsl_site_get_name (site), NULL);
}

/**
 * vsl_desk_find_copy:
 * @self: the desk
 * @article_id: the id of an article
 * @site: the name of a site
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what is known of the article on the site; %NULL without an
 *   error when it was never put there
 */
VslOutboxRow *
vsl_desk_find_copy (VslDesk     *self,
                    const char  *article_id,
                    const char  *site,
                    GError     **error)
{
  g_autoptr(GError) local_error = NULL;
  VslOutboxRow *row;

  g_return_val_if_fail (VSL_IS_DESK (self), NULL);
  g_return_val_if_fail (article_id != NULL && site != NULL, NULL);

  row = vsl_store_load_outbox_row (self->store, article_id, site, &local_error);
  if (row == NULL && !g_error_matches (local_error, VSL_STORE_ERROR, VSL_STORE_ERROR_NOT_FOUND))
    vsl_desk_fault_propagate (error, g_steal_pointer (&local_error));

  return row;
}

/**
 * vsl_desk_describe_publication:
 * @self: the desk
 * @article: an article
 * @site: a site
 * @options: what is asked for
 *
 * Returns: (transfer full): what publishing would do now, translated; for the pane and for --dry-run
 */
char *
vsl_desk_describe_publication (VslDesk                     *self,
                               VslArticle                  *article,
                               VslSite                     *site,
                               const VslPublicationOptions *options)
{
  g_autoptr(VslOutboxRow) row = NULL;

  g_return_val_if_fail (VSL_IS_DESK (self), NULL);
  g_return_val_if_fail (VSL_IS_ARTICLE (article) && VSL_IS_SITE (site), NULL);
  g_return_val_if_fail (options != NULL, NULL);

  row = find_row (self, article, site);

  return vsl_publication_words_sentence (article, site, row, options);
}

/**
 * vsl_desk_describe_action:
 * @self: the desk
 * @article: an article
 * @site: a site
 * @options: what is asked for
 *
 * Returns: (transfer full): the label of the button that does it, translated
 */
char *
vsl_desk_describe_action (VslDesk                     *self,
                          VslArticle                  *article,
                          VslSite                     *site,
                          const VslPublicationOptions *options)
{
  g_autoptr(VslOutboxRow) row = NULL;

  g_return_val_if_fail (VSL_IS_DESK (self), NULL);
  g_return_val_if_fail (VSL_IS_ARTICLE (article) && VSL_IS_SITE (site), NULL);
  g_return_val_if_fail (options != NULL, NULL);

  row = find_row (self, article, site);

  return vsl_publication_words_action (site, row, options);
}

/**
 * vsl_desk_publish:
 * @self: the desk
 * @article_id: the id of an article
 * @site: where to put it
 * @options: how
 *
 * Starts putting the article, as it is now, on the site. Asked again while that is under way, it
 * gives the same publication. What is typed after this goes with the next one.
 *
 * Returns: (transfer full): the publication; dropping it stops nothing
 */
VslPublication *
vsl_desk_publish (VslDesk                     *self,
                  const char                  *article_id,
                  VslSite                     *site,
                  const VslPublicationOptions *options)
{
  g_return_val_if_fail (VSL_IS_DESK (self), NULL);
  g_return_val_if_fail (article_id != NULL, NULL);
  g_return_val_if_fail (VSL_IS_SITE (site), NULL);
  g_return_val_if_fail (options != NULL, NULL);

  return vsl_publisher_publish (self->publisher, article_id, site, options);
}
