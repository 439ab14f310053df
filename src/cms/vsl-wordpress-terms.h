/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "cms/vsl-http.h"
#include "cms/vsl-wordpress-memory.h"
#include "core/vsl-missing-term.h"

G_BEGIN_DECLS

/* The last parts of the routes to terms. */
#define VSL_WORDPRESS_TAGS "tags"
#define VSL_WORDPRESS_CATEGORIES "categories"

/* What to do with a name that the site does not have; without a flag it is reported. */
typedef enum
{
  VSL_WORDPRESS_TERMS_LOOK    = 0,
  VSL_WORDPRESS_TERMS_CREATE  = 1 << 0, /* make it */
  VSL_WORDPRESS_TERMS_SIMILAR = 1 << 1  /* look for names that are like it, and report those too */
} VslWordpressTermsFlags;

void      vsl_wordpress_terms_resolve_async  (VslHttp                *http,
                                              GUri                   *root,
                                              VslWordpressMemory     *memory,
                                              const char             *base,
                                              const char * const     *names,
                                              VslWordpressTermsFlags  flags,
                                              GCancellable           *cancellable,
                                              GAsyncReadyCallback     callback,
                                              gpointer                user_data);
GArray   *vsl_wordpress_terms_resolve_finish (VslHttp                *http,
                                              GAsyncResult           *result,
                                              GPtrArray             **missing,
                                              GError                **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean  vsl_wordpress_terms_same_name      (const char             *wanted,
                                              const char             *stored,
                                              gboolean               *exact);
char     *vsl_wordpress_terms_search_text    (const char             *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
