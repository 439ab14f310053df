/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define VSL_TYPE_ROLE (vsl_role_get_type ())
G_DECLARE_FINAL_TYPE (VslRole, vsl_role, VSL, ROLE, GObject)

VslRole    *vsl_role_new              (const char *title,
                                       const char *organisation,
                                       const char *from,
                                       const char *until,
                                       gboolean    observed) G_GNUC_WARN_UNUSED_RESULT;
const char *vsl_role_get_title        (VslRole    *self);
const char *vsl_role_get_organisation (VslRole    *self);
const char *vsl_role_get_from         (VslRole    *self);
const char *vsl_role_get_until        (VslRole    *self);
gboolean    vsl_role_get_observed     (VslRole    *self);

G_END_DECLS
