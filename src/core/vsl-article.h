/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-field.h"
#include "core/vsl-participant.h"
#include "core/vsl-picture.h"
#include "core/vsl-vocabulary.h"

G_BEGIN_DECLS

#define VSL_TYPE_ARTICLE (vsl_article_get_type ())
G_DECLARE_FINAL_TYPE (VslArticle, vsl_article, VSL, ARTICLE, GObject)

const char         *vsl_article_get_id             (VslArticle *self);
gint64              vsl_article_get_revision       (VslArticle *self);
gint64              vsl_article_get_created_at     (VslArticle *self);
gint64              vsl_article_get_updated_at     (VslArticle *self);
VslKind             vsl_article_get_kind           (VslArticle *self);
VslStatus           vsl_article_get_status         (VslArticle *self);
const char         *vsl_article_get_language       (VslArticle *self);
const char         *vsl_article_get_text           (VslArticle *self,
                                                    VslField    field);
const char * const *vsl_article_get_tags           (VslArticle *self);
guint               vsl_article_get_n_participants (VslArticle *self);
VslParticipant     *vsl_article_get_participant    (VslArticle *self,
                                                    guint       index);
VslParticipant     *vsl_article_get_chair          (VslArticle *self);
guint               vsl_article_get_n_pictures     (VslArticle *self);
VslPicture         *vsl_article_get_picture        (VslArticle *self,
                                                    guint       index);
VslPicture         *vsl_article_find_picture       (VslArticle *self,
                                                    const char *reference);
VslPicture         *vsl_article_get_featured_picture (VslArticle *self);
char               *vsl_article_dup_slug           (VslArticle *self) G_GNUC_WARN_UNUSED_RESULT;
guint               vsl_article_count_words        (VslArticle *self);
gboolean            vsl_article_same_content       (VslArticle *a,
                                                    VslArticle *b);

G_END_DECLS
