/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define VSL_TYPE_WINDOW (vsl_window_get_type ())
G_DECLARE_FINAL_TYPE (VslWindow, vsl_window, VSL, WINDOW, AdwApplicationWindow)

VslWindow   *vsl_window_new          (GtkApplication *application) G_GNUC_WARN_UNUSED_RESULT;
void         vsl_window_set_desk     (VslWindow      *self,
                                      VslDesk        *desk);
VslDesk     *vsl_window_get_desk     (VslWindow      *self);
void         vsl_window_show_failure (VslWindow      *self,
                                      const char     *message);
void         vsl_window_ask_to_leave (VslWindow      *self,
                                      const char     *message);
VslDocument *vsl_window_get_document (VslWindow      *self);
gboolean     vsl_window_open_article (VslWindow      *self,
                                      const char     *article_id);
void         vsl_window_open_debate  (VslWindow      *self,
                                      const char     *debate_id);
gboolean     vsl_window_open_file    (VslWindow      *self,
                                      GFile          *file);
void         vsl_window_add_demo     (VslWindow      *self,
                                      const char     *language);
void         vsl_window_restore      (VslWindow      *self);
void         vsl_window_save_state   (VslWindow      *self);
void         vsl_window_show_notice  (VslWindow      *self,
                                      const char     *message);

G_END_DECLS
