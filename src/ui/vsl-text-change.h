/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean vsl_text_change_apply (GtkTextBuffer *buffer,
                                const char    *text);

G_END_DECLS
