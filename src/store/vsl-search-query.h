/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VslSearchQuery:
 * @match: (nullable): what must be in the text, in the language of FTS5, every word of it quoted
 * @status: (nullable): name of a status, as it was typed after `status:`
 * @site: (nullable): name of a site, as it was typed after `site:`
 * @phrase: whether words in @match have to stand side by side, which costs many times as much
 *
 * What somebody looks for. The caller may put the name of the vocabulary in place of a translated
 * status before it searches.
 */
typedef struct
{
  char *match;  /* (owned) */
  char *status; /* (owned) */
  char *site;   /* (owned) */
  gboolean phrase;
} VslSearchQuery;

VslSearchQuery *vsl_search_query_parse    (const char            *text) G_GNUC_WARN_UNUSED_RESULT;
VslSearchQuery *vsl_search_query_copy     (const VslSearchQuery  *self) G_GNUC_WARN_UNUSED_RESULT;
void            vsl_search_query_free     (VslSearchQuery        *self);
gboolean        vsl_search_query_is_empty (const VslSearchQuery  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VslSearchQuery, vsl_search_query_free)

G_END_DECLS
