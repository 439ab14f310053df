/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-pad.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A line of the live pad. Signals: "changed" when the text was typed in, "marked" when the mark was
 * clicked, "next" for Enter, "emptied" for Backspace in a line without text. */
#define VSL_TYPE_PAD_ROW (vsl_pad_row_get_type ())
G_DECLARE_FINAL_TYPE (VslPadRow, vsl_pad_row, VSL, PAD_ROW, GtkListBoxRow)

GtkWidget  *vsl_pad_row_new       (void) G_GNUC_WARN_UNUSED_RESULT;
void        vsl_pad_row_show      (VslPadRow   *self,
                                   VslPadEntry *entry);
const char *vsl_pad_row_get_text  (VslPadRow   *self);
gboolean    vsl_pad_row_get_quote (VslPadRow   *self);
void        vsl_pad_row_focus     (VslPadRow   *self);

G_END_DECLS
