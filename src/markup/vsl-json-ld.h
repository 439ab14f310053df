/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-article.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* What of a publication the article does not know itself; each may be missing. */
typedef struct
{
  const char *url;          /* (nullable) of its page, from where the places of its pictures count */
  const char *publisher;    /* (nullable) */
  const char *published_at; /* (nullable) ISO 8601 with an offset, as the next */
  const char *updated_at;   /* (nullable) */
} VslJsonLdFacts;

char     **vsl_json_ld_split_byline (const char           *byline) G_GNUC_WARN_UNUSED_RESULT;
JsonNode  *vsl_json_ld_build        (VslArticle           *article,
                                     const VslJsonLdFacts *facts) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
