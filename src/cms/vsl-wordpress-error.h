/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "cms/vsl-http-reply.h"

G_BEGIN_DECLS

char     *vsl_wordpress_error_dup_code (VslHttpReply  *reply,
                                        gint64        *term_id) G_GNUC_WARN_UNUSED_RESULT;
GError   *vsl_wordpress_error_new      (VslHttpReply  *reply) G_GNUC_WARN_UNUSED_RESULT;
JsonNode *vsl_wordpress_error_judge    (VslHttpReply  *reply,
                                        GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
