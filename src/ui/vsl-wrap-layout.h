/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VSL_TYPE_WRAP_LAYOUT (vsl_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (VslWrapLayout, vsl_wrap_layout, VSL, WRAP_LAYOUT, GtkLayoutManager)

GtkLayoutManager *vsl_wrap_layout_new (int spacing) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
