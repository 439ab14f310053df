/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <gtksourceview/gtksource.h>

G_BEGIN_DECLS

#define VSL_TYPE_FIND_BAR (vsl_find_bar_get_type ())
G_DECLARE_FINAL_TYPE (VslFindBar, vsl_find_bar, VSL, FIND_BAR, GtkWidget)

GtkWidget *vsl_find_bar_new      (void) G_GNUC_WARN_UNUSED_RESULT;
void       vsl_find_bar_set_view (VslFindBar    *self,
                                  GtkSourceView *view);
gboolean   vsl_find_bar_is_open  (VslFindBar    *self);
void       vsl_find_bar_open     (VslFindBar    *self,
                                  gboolean       replace);
gboolean   vsl_find_bar_show_words (VslFindBar  *self,
                                  const char    *words);
void       vsl_find_bar_close    (VslFindBar    *self);
void       vsl_find_bar_next     (VslFindBar    *self);
void       vsl_find_bar_previous (VslFindBar    *self);

G_END_DECLS
