/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define VSL_TYPE_APPLICATION (vsl_application_get_type ())
G_DECLARE_FINAL_TYPE (VslApplication, vsl_application, VSL, APPLICATION, AdwApplication)

VslApplication *vsl_application_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void            vsl_application_quit (VslApplication *self);

G_END_DECLS
