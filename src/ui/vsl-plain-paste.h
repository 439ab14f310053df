/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void     vsl_plain_paste_into      (GtkTextView *view);
void     vsl_plain_paste_text_into (GtkTextView *view);
gboolean vsl_plain_paste_has       (GdkClipboard *clipboard,
                                    GType         type);

G_END_DECLS
