/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GSimpleActionGroup *vsl_text_actions_new              (GtkTextView    *view) G_GNUC_WARN_UNUSED_RESULT;
void                vsl_text_actions_install_bindings (GtkWidgetClass *widget_class);

G_END_DECLS
