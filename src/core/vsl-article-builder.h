/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-article.h"

G_BEGIN_DECLS

/**
 * VslArticleBuilder:
 *
 * The one way to make a #VslArticle or a changed copy of one. Not thread-safe; used by one function
 * and ended there.
 */
typedef struct _VslArticleBuilder VslArticleBuilder;

VslArticleBuilder *vsl_article_builder_new                (VslArticle         *base) G_GNUC_WARN_UNUSED_RESULT;
void               vsl_article_builder_free               (VslArticleBuilder  *self);
VslArticle        *vsl_article_builder_end                (VslArticleBuilder  *self) G_GNUC_WARN_UNUSED_RESULT;

void               vsl_article_builder_set_id             (VslArticleBuilder  *self,
                                                           const char         *id);
void               vsl_article_builder_set_revision       (VslArticleBuilder  *self,
                                                           gint64              revision);
void               vsl_article_builder_set_created_at     (VslArticleBuilder  *self,
                                                           gint64              created_at);
void               vsl_article_builder_set_updated_at     (VslArticleBuilder  *self,
                                                           gint64              updated_at);
void               vsl_article_builder_set_kind           (VslArticleBuilder  *self,
                                                           VslKind             kind);
void               vsl_article_builder_set_status         (VslArticleBuilder  *self,
                                                           VslStatus           status);
void               vsl_article_builder_set_language       (VslArticleBuilder  *self,
                                                           const char         *language);
void               vsl_article_builder_set_text           (VslArticleBuilder  *self,
                                                           VslField            field,
                                                           const char         *text);
void               vsl_article_builder_set_tags           (VslArticleBuilder  *self,
                                                           const char * const *tags);
void               vsl_article_builder_add_tag            (VslArticleBuilder  *self,
                                                           const char         *tag);
gboolean           vsl_article_builder_remove_tag         (VslArticleBuilder  *self,
                                                           const char         *tag);
void               vsl_article_builder_clear_participants (VslArticleBuilder  *self);
void               vsl_article_builder_add_participant    (VslArticleBuilder  *self,
                                                           VslParticipant     *participant);
void               vsl_article_builder_clear_pictures     (VslArticleBuilder  *self);
void               vsl_article_builder_add_picture        (VslArticleBuilder  *self,
                                                           VslPicture         *picture);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VslArticleBuilder, vsl_article_builder_free)

G_END_DECLS
