/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * VslTextSource:
 *
 * Where the text of a body lives. The window implements it with its text buffer, so that a
 * keystroke copies nothing: the desk asks for the text when it needs it. Main thread.
 *
 * Signal `changed`: the text is another one than before.
 */
#define VSL_TYPE_TEXT_SOURCE (vsl_text_source_get_type ())
G_DECLARE_INTERFACE (VslTextSource, vsl_text_source, VSL, TEXT_SOURCE, GObject)

struct _VslTextSourceInterface
{
  GTypeInterface parent_iface;

  char *(*dup_text) (VslTextSource *self);
  void  (*set_text) (VslTextSource *self, const char *text);
};

char *vsl_text_source_dup_text     (VslTextSource *self) G_GNUC_WARN_UNUSED_RESULT;
void  vsl_text_source_set_text     (VslTextSource *self,
                                    const char    *text);
void  vsl_text_source_emit_changed (VslTextSource *self);

G_END_DECLS
