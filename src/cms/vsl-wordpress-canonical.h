/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "cms/vsl-wordpress-post.h"

G_BEGIN_DECLS

char     *vsl_wordpress_canonical_add_line (const char       *content,
                                            const char       *url,
                                            const char       *language) G_GNUC_WARN_UNUSED_RESULT;
JsonNode *vsl_wordpress_canonical_add_meta (JsonNode         *body,
                                            VslWordpressPost *current,
                                            const char       *url) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
