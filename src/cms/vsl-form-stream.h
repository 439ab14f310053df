/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define VSL_TYPE_FORM_STREAM (vsl_form_stream_get_type ())
G_DECLARE_FINAL_TYPE (VslFormStream, vsl_form_stream, VSL, FORM_STREAM, GInputStream)

GInputStream *vsl_form_stream_new (const char   *before,
                                   GInputStream *middle,
                                   const char   *after) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
