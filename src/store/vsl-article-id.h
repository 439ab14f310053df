/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define VSL_ARTICLE_ID_LENGTH 10
#define VSL_ARTICLE_ID_MIN_PREFIX 4

char     *vsl_article_id_new       (GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean  vsl_article_id_is_valid  (const char  *id);
char     *vsl_article_id_normalise (const char  *typed) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
