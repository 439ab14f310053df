/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-text-source.h"

G_BEGIN_DECLS

#define VSL_TYPE_STRING_SOURCE (vsl_string_source_get_type ())
G_DECLARE_FINAL_TYPE (VslStringSource, vsl_string_source, VSL, STRING_SOURCE, GObject)

VslStringSource *vsl_string_source_new (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
