/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-article.h"
#include "markup/vsl-markdown.h"

G_BEGIN_DECLS

void vsl_html_write_body (GString     *out,
                          VslMarkdown *body,
                          VslArticle  *article);

G_END_DECLS
