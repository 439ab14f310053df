/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "cms/vsl-cms.h"
#include "cms/vsl-http.h"

G_BEGIN_DECLS

/* What belongs to a post and has a place of its own on the site. */
typedef struct
{
  gint64      post;       /* its id */
  const char *co_authors; /* (nullable) for Co-Authors Plus: their names there, with commas */
  gint64      picture;    /* the id of its featured picture; 0 for none */
  const char *credit;     /* (nullable) for that picture */
  gboolean    in_caption; /* the credit is to be the caption; else Newspack keeps it */
} VslWordpressExtras;

void     vsl_wordpress_extras_send_async  (VslHttp                  *http,
                                           GUri                     *root,
                                           const VslWordpressExtras *extras,
                                           GCancellable             *cancellable,
                                           GAsyncReadyCallback       callback,
                                           gpointer                  user_data);
char   **vsl_wordpress_extras_send_finish (VslHttp                  *http,
                                           GAsyncResult             *result) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
