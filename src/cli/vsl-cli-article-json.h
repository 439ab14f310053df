/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-article.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

char *vsl_cli_format_time      (gint64       time) G_GNUC_WARN_UNUSED_RESULT;
void  vsl_cli_add_string       (JsonBuilder *builder,
                                const char  *name,
                                const char  *value);
void  vsl_cli_add_strings      (JsonBuilder *builder,
                                const char  *name,
                                const char * const *values);
void  vsl_cli_add_article      (JsonBuilder *builder,
                                VslArticle  *article);
void  vsl_cli_add_participant  (JsonBuilder *builder,
                                VslParticipant *participant);

G_END_DECLS
