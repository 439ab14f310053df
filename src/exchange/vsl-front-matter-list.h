/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-article-builder.h"

G_BEGIN_DECLS

typedef enum
{
  VSL_FRONT_MATTER_PARTICIPANTS,
  VSL_FRONT_MATTER_PICTURES
} VslFrontMatterList;

gboolean vsl_front_matter_list_read_tags  (VslArticleBuilder   *builder,
                                           char               **lines,
                                           guint                first,
                                           guint                n_lines,
                                           gsize                offset,
                                           GError             **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean vsl_front_matter_list_read_items (VslArticleBuilder   *builder,
                                           VslFrontMatterList   list,
                                           char               **lines,
                                           guint                first,
                                           guint                n_lines,
                                           GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
