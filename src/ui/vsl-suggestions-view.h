/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-check-runner.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VSL_TYPE_SUGGESTIONS_VIEW (vsl_suggestions_view_get_type ())
G_DECLARE_FINAL_TYPE (VslSuggestionsView, vsl_suggestions_view, VSL, SUGGESTIONS_VIEW, GtkWidget)

GtkWidget *vsl_suggestions_view_new          (void) G_GNUC_WARN_UNUSED_RESULT;
void       vsl_suggestions_view_set_runner   (VslSuggestionsView *self,
                                              VslCheckRunner     *runner);
void       vsl_suggestions_view_set_document (VslSuggestionsView *self,
                                              VslDocument        *document);
void       vsl_suggestions_view_set_report   (VslSuggestionsView *self,
                                              VslCheckReport     *report);
void       vsl_suggestions_view_set_wanted   (VslSuggestionsView *self,
                                              gboolean            wanted);

G_END_DECLS
