/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Opens @url in the browser of the person. */
typedef void (*VslOpenInBrowser) (const char *url,
                                  gpointer    data);

void  vsl_wordpress_authorize_async  (const char           *address,
                                      const char           *app_name,
                                      guint                 seconds,
                                      VslOpenInBrowser      open,
                                      gpointer              open_data,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
char *vsl_wordpress_authorize_finish (GAsyncResult         *result,
                                      char                **user,
                                      GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
