/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "cms/vsl-cms.h"
#include "cms/vsl-http-reply.h"

G_BEGIN_DECLS

VslCmsAbout *vsl_wordpress_account_parse (JsonNode      *node,
                                          VslHttpReply  *reply,
                                          GUri          *root,
                                          const char    *title,
                                          GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
