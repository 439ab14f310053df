/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-check-runner.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VSL_TYPE_TEXT_PLACES (vsl_text_places_get_type ())
G_DECLARE_FINAL_TYPE (VslTextPlaces, vsl_text_places, VSL, TEXT_PLACES, GObject)

VslTextPlaces *vsl_text_places_new        (void) G_GNUC_WARN_UNUSED_RESULT;
void           vsl_text_places_add        (VslTextPlaces  *self,
                                           VslField        field,
                                           GtkTextView    *view);
void           vsl_text_places_set_runner (VslTextPlaces  *self,
                                           VslCheckRunner *runner);
void           vsl_text_places_select     (VslTextPlaces  *self,
                                           VslField        field,
                                           guint           offset,
                                           guint           length);

G_END_DECLS
