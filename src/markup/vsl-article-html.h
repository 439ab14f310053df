/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-article.h"

G_BEGIN_DECLS

void vsl_article_html_write_picture      (GString    *out,
                                          VslArticle *article);
void vsl_article_html_write_lead         (GString    *out,
                                          VslArticle *article);
void vsl_article_html_write_colophon     (GString    *out,
                                          VslArticle *article);
void vsl_article_html_write_participants (GString    *out,
                                          VslArticle *article);

G_END_DECLS
