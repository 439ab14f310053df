/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-article.h"
#include "core/vsl-diff.h"

G_BEGIN_DECLS

/**
 * VslFieldDiff:
 *
 * How one field of an article differs. Lists are texts with one entry a line.
 */
typedef struct
{
  const char *field;    /* static: a name of vsl_field_get_name(), or one of participants, pictures, tags,
                         * kind, status, language; of the last three the texts are the stable names */
  GPtrArray  *parts;    /* (owned) of VslDiffPart, from the first article to the second */
  guint       inserted; /* words */
  guint       deleted;  /* words */
} VslFieldDiff;

void       vsl_field_diff_free (VslFieldDiff *self);
/* (element-type VslFieldDiff) The fields that differ, in the order in which a reader meets them. Any
 * thread; some milliseconds for a long article. */
GPtrArray *vsl_article_diff    (VslArticle   *before,
                                VslArticle   *after) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VslFieldDiff, vsl_field_diff_free)

G_END_DECLS
