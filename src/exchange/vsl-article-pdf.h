/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-article.h"

G_BEGIN_DECLS

GBytes *vsl_article_pdf_write (VslArticle  *article,
                               const char  *picture_dir,
                               GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
