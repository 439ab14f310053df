/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-article.h"

G_BEGIN_DECLS

/* An image in a body that lies in a file beside it. Freed by its one owner. */
typedef struct
{
  char *link;    /* (owned) as the body has it */
  char *path;    /* (owned) of the file, from where the body stood */
  char *alt;     /* (owned) */
  char *caption; /* (owned) */
} VslPictureLink;

void        vsl_picture_link_free        (VslPictureLink *self);
char       *vsl_picture_link_dup_path    (const char     *link) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray  *vsl_picture_links_list       (const char     *body) G_GNUC_WARN_UNUSED_RESULT;
char       *vsl_picture_links_to_places  (const char     *body,
                                          VslArticle     *article) G_GNUC_WARN_UNUSED_RESULT;
char       *vsl_picture_links_from_places (const char    *body,
                                          VslArticle     *article) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VslPictureLink, vsl_picture_link_free)

G_END_DECLS
