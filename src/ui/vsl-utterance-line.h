/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-utterance.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Signal "collect": somebody marked it to be quoted, or took the mark away. */
#define VSL_TYPE_UTTERANCE_LINE (vsl_utterance_line_get_type ())
G_DECLARE_FINAL_TYPE (VslUtteranceLine, vsl_utterance_line, VSL, UTTERANCE_LINE, GtkWidget)

GtkWidget *vsl_utterance_line_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void       vsl_utterance_line_show (VslUtteranceLine *self,
                                    VslUtterance     *utterance,
                                    guint             colour,
                                    const char       *note,
                                    const char       *query);
const char *vsl_utterance_line_get_id        (VslUtteranceLine *self);
gboolean    vsl_utterance_line_get_collected (VslUtteranceLine *self);
void        vsl_utterance_line_set_collected (VslUtteranceLine *self,
                                              gboolean          collected);
void        vsl_utterance_line_set_spoken    (VslUtteranceLine *self,
                                              gboolean          spoken);

G_END_DECLS
