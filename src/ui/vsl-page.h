/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VSL_TYPE_PAGE (vsl_page_get_type ())
G_DECLARE_FINAL_TYPE (VslPage, vsl_page, VSL, PAGE, GtkWidget)

GtkWidget   *vsl_page_new              (void) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget   *vsl_page_get_head         (VslPage     *self);
void         vsl_page_set_head         (VslPage     *self,
                                        GtkWidget   *head);
GtkTextView *vsl_page_get_body         (VslPage     *self);
void         vsl_page_set_body         (VslPage     *self,
                                        GtkTextView *body);
GtkWidget   *vsl_page_get_margin       (VslPage     *self);
void         vsl_page_set_margin       (VslPage     *self,
                                        GtkWidget   *margin);
int          vsl_page_get_column_width (VslPage     *self);
void         vsl_page_set_column_width (VslPage     *self,
                                        int          column_width);

G_END_DECLS
