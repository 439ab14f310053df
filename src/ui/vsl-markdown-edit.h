/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Changes to the selection, or to the word or line at the cursor; each is one step of undo. */
void vsl_markdown_edit_toggle_mark (GtkTextBuffer *buffer,
                                    const char    *mark);
void vsl_markdown_edit_insert_link (GtkTextBuffer *buffer);
void vsl_markdown_edit_set_heading (GtkTextBuffer *buffer,
                                    guint          level);
void vsl_markdown_edit_insert_streamer (GtkTextBuffer *buffer);
void vsl_markdown_edit_insert_sentence (GtkTextBuffer *buffer,
                                        const char    *sentence);

G_END_DECLS
