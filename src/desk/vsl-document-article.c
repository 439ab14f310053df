/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "desk/vsl-document-private.h"

#include "core/vsl-article-builder.h"

/* The document as others see it: the article on the screen, and where the person is in it. */

/**
 * vsl_document_dup_article:
 * @self: the document
 *
 * Returns: (transfer full): the article as it is on the screen now
 */
VslArticle *
vsl_document_dup_article (VslDocument *self)
{
  VslArticleBuilder *builder;
  g_autofree char *body = NULL;
  guint n;
  guint i;

  g_return_val_if_fail (VSL_IS_DOCUMENT (self), NULL);

  body = vsl_document_dup_body (self);
  builder = vsl_article_builder_new (self->base);
  for (i = 0; i < VSL_N_FIELDS; i++)
    vsl_article_builder_set_text (builder, i, i == VSL_FIELD_BODY ? body : self->texts[i]);
  vsl_article_builder_set_kind (builder, self->kind);
  vsl_article_builder_set_status (builder, self->status);
  vsl_article_builder_set_language (builder, self->language);
  vsl_article_builder_set_tags (builder, (const char * const *) self->tags);
  vsl_article_builder_clear_pictures (builder);
  n = g_list_model_get_n_items (G_LIST_MODEL (self->pictures));
  for (i = 0; i < n; i++)
    {
      g_autoptr(VslPicture) picture = g_list_model_get_item (G_LIST_MODEL (self->pictures), i);

      vsl_article_builder_add_picture (builder, picture);
    }
  vsl_article_builder_clear_participants (builder);
  n = g_list_model_get_n_items (G_LIST_MODEL (self->participants));
  for (i = 0; i < n; i++)
    {
      g_autoptr(VslParticipant) participant =
        g_list_model_get_item (G_LIST_MODEL (self->participants), i);

      vsl_article_builder_add_participant (builder, participant);
    }

  return vsl_article_builder_end (builder);
}

/**
 * vsl_document_set_view:
 * @self: the document
 * @view: where the person is in it
 *
 * Keeps the place of the cursor for the next time. Costs nothing when it is called for every move.
 */
void
vsl_document_set_view (VslDocument           *self,
                       const VslDocumentView *view)
{
  VslArticleView stored;

  g_return_if_fail (VSL_IS_DOCUMENT (self));
  g_return_if_fail (view != NULL);

  self->has_view = TRUE;
  self->view = *view;
  stored = (VslArticleView) { view->field, view->cursor, view->anchor, view->top };
  vsl_journal_set_view (self->journal, vsl_document_get_id (self), &stored);
}

/**
 * vsl_document_get_view:
 * @self: the document
 * @view: (out): where the person was, the last time that anybody looked at it
 *
 * Returns: whether that is anywhere but at the beginning of the body
 */
gboolean
vsl_document_get_view (VslDocument     *self,
                       VslDocumentView *view)
{
  g_return_val_if_fail (VSL_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (view != NULL, FALSE);

  *view = self->view;

  return self->has_view;
}
