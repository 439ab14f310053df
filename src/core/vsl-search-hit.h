/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Stand around what was found in a headline or a snippet; neither occurs in a text. */
#define VSL_HIT_BEGIN "\002"
#define VSL_HIT_END "\003"

#define VSL_TYPE_SEARCH_HIT (vsl_search_hit_get_type ())
G_DECLARE_FINAL_TYPE (VslSearchHit, vsl_search_hit, VSL, SEARCH_HIT, GObject)

VslSearchHit *vsl_search_hit_new          (const char    *id,
                                           const char    *headline,
                                           const char    *snippet,
                                           double         rank) G_GNUC_WARN_UNUSED_RESULT;
const char   *vsl_search_hit_get_id       (VslSearchHit  *self);
const char   *vsl_search_hit_get_headline (VslSearchHit  *self);
const char   *vsl_search_hit_get_snippet  (VslSearchHit  *self);
double        vsl_search_hit_get_rank     (VslSearchHit  *self);
char         *vsl_search_hit_strip_marks  (const char    *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
