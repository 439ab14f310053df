/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-article.h"

G_BEGIN_DECLS

/* The labels inside a rendered article ("Door", "Beeld", "Deelnemers", "Onder leiding van") follow
 * the language of the article, never that of the interface. Typed HTML is never passed through,
 * except inside a raw fence, which is kept byte for byte for its own target. */

char  *vsl_render_body_html      (const char  *markdown) G_GNUC_WARN_UNUSED_RESULT;
char  *vsl_render_article_html   (VslArticle  *article) G_GNUC_WARN_UNUSED_RESULT;
char  *vsl_render_article_blocks (VslArticle  *article,
                                  const char  *token) G_GNUC_WARN_UNUSED_RESULT;
char  *vsl_render_body_text      (const char  *markdown) G_GNUC_WARN_UNUSED_RESULT;
char **vsl_render_dup_streamers  (const char  *markdown) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
