/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-field.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * VslSourceMap:
 *
 * Tells for every character of an imported field where it stands in the file it came from. A list
 * of runs, each a stretch of one field that stands unbroken on one line of the file. Filled by an
 * importer, then only read; any thread.
 */
typedef struct _VslSourceMap VslSourceMap;

VslSourceMap *vsl_source_map_new     (void) G_GNUC_WARN_UNUSED_RESULT;
VslSourceMap *vsl_source_map_ref     (VslSourceMap *self);
void          vsl_source_map_unref   (VslSourceMap *self);
void          vsl_source_map_add     (VslSourceMap *self,
                                      VslField      field,
                                      gsize         offset,
                                      gsize         length,
                                      guint         line,
                                      guint         column);
gboolean      vsl_source_map_find    (VslSourceMap *self,
                                      VslField      field,
                                      gsize         offset,
                                      guint        *line,
                                      guint        *column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VslSourceMap, vsl_source_map_unref)

G_END_DECLS
