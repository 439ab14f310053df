/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean    vsl_tag_match_contains     (const char * const *tags,
                                        const char         *tag);
const char *vsl_tag_match_find_similar (const char * const *known,
                                        const char         *tag);
char      **vsl_tag_match_complete     (const char * const *known,
                                        const char * const *used,
                                        const char         *typed,
                                        guint               max) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
