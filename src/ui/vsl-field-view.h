/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VSL_TYPE_FIELD_VIEW (vsl_field_view_get_type ())
G_DECLARE_FINAL_TYPE (VslFieldView, vsl_field_view, VSL, FIELD_VIEW, GtkTextView)

GtkWidget  *vsl_field_view_new             (void) G_GNUC_WARN_UNUSED_RESULT;
const char *vsl_field_view_get_text        (VslFieldView *self);
void        vsl_field_view_set_text        (VslFieldView *self,
                                            const char   *text);
const char *vsl_field_view_get_placeholder (VslFieldView *self);
void        vsl_field_view_set_placeholder (VslFieldView *self,
                                            const char   *placeholder);
gboolean    vsl_field_view_select_words    (VslFieldView *self,
                                            const char   *words);
void        vsl_field_view_forget_history  (VslFieldView *self);

G_END_DECLS
