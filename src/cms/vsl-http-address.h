/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

GUri     *vsl_http_address_parse          (const char  *text,
                                           GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean  vsl_http_address_is_loopback    (GUri        *uri);
gboolean  vsl_http_address_is_same_origin (GUri        *a,
                                           GUri        *b);
gboolean  vsl_http_address_is_same_site   (GUri        *from,
                                           GUri        *to);
char     *vsl_http_address_dup_name       (GUri        *uri) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
