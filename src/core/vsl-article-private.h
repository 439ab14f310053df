/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-article.h"

G_BEGIN_DECLS

/* What an article holds; shared by the value and by its builder, and by nobody else. */
typedef struct
{
  char *id; /* (owned) (nullable) */
  gint64 revision;
  gint64 created_at;
  gint64 updated_at;
  VslKind kind;
  VslStatus status;
  char *language;           /* (owned) */
  char *text[VSL_N_FIELDS]; /* (owned) each */
  GPtrArray *tags;          /* (owned) of char *, NULL-terminated once the article is made */
  GPtrArray *participants;  /* (owned) of VslParticipant */
  GPtrArray *pictures;      /* (owned) of VslPicture */
} VslArticleData;

void        vsl_article_data_init  (VslArticleData       *data);
void        vsl_article_data_copy  (VslArticleData       *data,
                                    const VslArticleData *from);
void        vsl_article_data_clear (VslArticleData       *data);

const VslArticleData *vsl_article_get_data  (VslArticle     *self);
VslArticle           *vsl_article_new_take  (VslArticleData *data) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
