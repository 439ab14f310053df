/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-article-builder.h"
#include "core/vsl-source-map.h"

G_BEGIN_DECLS

gboolean vsl_front_matter_is_at_start (const char         *text);
gboolean vsl_front_matter_read        (char              **lines,
                                       VslArticleBuilder  *builder,
                                       VslSourceMap       *map,
                                       gboolean           *has_language,
                                       GArray             *unknown,
                                       guint              *n_lines,
                                       GError            **error) G_GNUC_WARN_UNUSED_RESULT;
void     vsl_front_matter_write       (GString            *out,
                                       VslArticle         *article);

G_END_DECLS
