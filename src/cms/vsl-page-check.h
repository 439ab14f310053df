/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-article.h"

#include <gio/gio.h>

G_BEGIN_DECLS

GPtrArray *vsl_page_check              (VslArticle           *article,
                                        GBytes               *html) G_GNUC_WARN_UNUSED_RESULT;
void       vsl_page_check_fetch_async  (VslArticle           *article,
                                        const char           *url,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
GPtrArray *vsl_page_check_fetch_finish (GAsyncResult         *result,
                                        GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
