/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-article.h"
#include "core/vsl-review-passage.h"

G_BEGIN_DECLS

/**
 * VslOwnPassages:
 *
 * Finds what an article says of each of its participants. Made for one state of an article. One
 * thread.
 */
typedef struct _VslOwnPassages VslOwnPassages;

VslOwnPassages *vsl_own_passages_new  (VslArticle     *article) G_GNUC_WARN_UNUSED_RESULT;
void            vsl_own_passages_free (VslOwnPassages *self);
GPtrArray      *vsl_own_passages_find (VslOwnPassages *self,
                                       const char     *name) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VslOwnPassages, vsl_own_passages_free)

G_END_DECLS
