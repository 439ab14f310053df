/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-article.h"
#include "core/vsl-finding.h"

G_BEGIN_DECLS

/* What is missing from an article, or was left in it, that a reader should never see. Any thread. */

guint       vsl_publish_rules_count      (void);
const char *vsl_publish_rules_get_name   (guint        index);
VslLevel    vsl_publish_rules_get_level  (guint        index);
GPtrArray  *vsl_publish_rules_apply      (VslArticle  *article) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
