/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "cms/vsl-http.h"

G_BEGIN_DECLS

void      vsl_wordpress_terms_resolve_async  (VslHttp              *http,
                                              GUri                 *root,
                                              const char * const   *names,
                                              gboolean              create,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
GArray   *vsl_wordpress_terms_resolve_finish (VslHttp              *http,
                                              GAsyncResult         *result,
                                              char               ***missing,
                                              GError              **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean  vsl_wordpress_terms_same_name      (const char           *wanted,
                                              const char           *stored,
                                              gboolean             *exact);
char     *vsl_wordpress_terms_search_text    (const char           *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
