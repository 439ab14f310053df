/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-text-source.h"

#include <gtksourceview/gtksource.h>

G_BEGIN_DECLS

#define VSL_TYPE_SOURCE_BUFFER (vsl_source_buffer_get_type ())
G_DECLARE_FINAL_TYPE (VslSourceBuffer, vsl_source_buffer, VSL, SOURCE_BUFFER, GtkSourceBuffer)

VslSourceBuffer *vsl_source_buffer_new              (void) G_GNUC_WARN_UNUSED_RESULT;
gboolean         vsl_source_buffer_get_smart_quotes (VslSourceBuffer *self);
void             vsl_source_buffer_set_smart_quotes (VslSourceBuffer *self,
                                                     gboolean         smart_quotes);
gboolean         vsl_source_buffer_get_dark         (VslSourceBuffer *self);
void             vsl_source_buffer_set_dark         (VslSourceBuffer *self,
                                                     gboolean         dark);

G_END_DECLS
