/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-utterance.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VSL_TYPE_UTTERANCE_LINE (vsl_utterance_line_get_type ())
G_DECLARE_FINAL_TYPE (VslUtteranceLine, vsl_utterance_line, VSL, UTTERANCE_LINE, GtkWidget)

GtkWidget *vsl_utterance_line_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void       vsl_utterance_line_show (VslUtteranceLine *self,
                                    VslUtterance     *utterance,
                                    guint             colour,
                                    const char       *note,
                                    const char       *query);

G_END_DECLS
