/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-article.h"
#include "markup/vsl-markdown.h"

G_BEGIN_DECLS

void        vsl_placed_pictures_apply       (VslMarkdown *body,
                                             VslArticle  *article);
VslPicture *vsl_placed_pictures_find        (VslArticle  *article,
                                             const char  *url);
gboolean    vsl_placed_pictures_is_used     (VslArticle  *article,
                                             VslPicture  *picture);
char       *vsl_placed_pictures_dup_caption (VslPicture  *picture,
                                             const char  *language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
