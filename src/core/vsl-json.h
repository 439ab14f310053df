/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-json-error.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define VSL_JSON_MAX_BYTES (32 * 1024 * 1024)

JsonNode   *vsl_json_parse       (GBytes       *bytes,
                                  gsize         max_bytes,
                                  GError      **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean    vsl_json_has         (JsonObject   *object,
                                  const char   *member);
const char *vsl_json_get_string  (JsonObject   *object,
                                  const char   *member,
                                  GError      **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean    vsl_json_get_int     (JsonObject   *object,
                                  const char   *member,
                                  gint64        min,
                                  gint64        max,
                                  gint64       *value,
                                  GError      **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean    vsl_json_get_boolean (JsonObject   *object,
                                  const char   *member,
                                  gboolean     *value,
                                  GError      **error) G_GNUC_WARN_UNUSED_RESULT;
JsonObject *vsl_json_get_object  (JsonObject   *object,
                                  const char   *member,
                                  GError      **error) G_GNUC_WARN_UNUSED_RESULT;
JsonArray  *vsl_json_get_array   (JsonObject   *object,
                                  const char   *member,
                                  GError      **error) G_GNUC_WARN_UNUSED_RESULT;
JsonObject *vsl_json_as_object   (JsonNode     *node,
                                  GError      **error) G_GNUC_WARN_UNUSED_RESULT;
JsonArray  *vsl_json_as_array    (JsonNode     *node,
                                  GError      **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
