/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VslTextMap:
 *
 * A text under construction that remembers, character by character, from where in a source it came.
 * The source is followed from beginning to end; a place before one already seen counts as that one.
 */
typedef struct _VslTextMap VslTextMap;

VslTextMap *vsl_text_map_new          (const char *source) G_GNUC_WARN_UNUSED_RESULT;
void        vsl_text_map_free         (VslTextMap *self);
const char *vsl_text_map_get_text     (VslTextMap *self);
gsize       vsl_text_map_get_length   (VslTextMap *self);
gsize       vsl_text_map_get_bytes    (VslTextMap *self);
void        vsl_text_map_append       (VslTextMap *self,
                                       const char *text,
                                       gsize       bytes,
                                       gsize       source_byte);
void        vsl_text_map_append_atom  (VslTextMap *self,
                                       const char *text,
                                       gsize       bytes,
                                       gsize       source_byte,
                                       gsize       source_bytes);
void        vsl_text_map_append_loose (VslTextMap *self,
                                       const char *text);
gsize       vsl_text_map_find_start   (VslTextMap *self,
                                       gsize       offset);
gsize       vsl_text_map_find_end     (VslTextMap *self,
                                       gsize       offset);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VslTextMap, vsl_text_map_free)

G_END_DECLS
