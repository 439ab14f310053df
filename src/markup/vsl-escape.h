/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  VSL_TARGET_HTML,
  VSL_TARGET_BLOCKS
} VslTarget;

void vsl_escape_append_text      (GString    *out,
                                  const char *text,
                                  gssize      length,
                                  VslTarget   target);
void vsl_escape_append_attribute (GString    *out,
                                  const char *text,
                                  VslTarget   target);
void vsl_escape_append_url       (GString    *out,
                                  const char *url);
void vsl_escape_append_json      (GString    *out,
                                  const char *text);

G_END_DECLS
