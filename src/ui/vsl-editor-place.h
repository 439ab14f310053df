/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-document.h"
#include "ui/vsl-page.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VSL_TYPE_EDITOR_PLACE (vsl_editor_place_get_type ())
G_DECLARE_FINAL_TYPE (VslEditorPlace, vsl_editor_place, VSL, EDITOR_PLACE, GObject)

VslEditorPlace *vsl_editor_place_new          (VslPage        *page,
                                               GtkAdjustment  *scroll) G_GNUC_WARN_UNUSED_RESULT;
void            vsl_editor_place_add          (VslEditorPlace *self,
                                               VslField        field,
                                               GtkTextView    *view);
void            vsl_editor_place_set_document (VslEditorPlace *self,
                                               VslDocument    *document);
void            vsl_editor_place_keep         (VslEditorPlace *self);
void            vsl_editor_place_focus        (VslEditorPlace *self);

G_END_DECLS
