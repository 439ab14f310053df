/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-role.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Signals “changed”, and “removed”: somebody wants it to go. */
#define VSL_TYPE_ROLE_ROW (vsl_role_row_get_type ())
G_DECLARE_FINAL_TYPE (VslRoleRow, vsl_role_row, VSL, ROLE_ROW, GtkListBoxRow)

GtkWidget *vsl_role_row_new      (VslRole    *role) G_GNUC_WARN_UNUSED_RESULT;
/* (nullable): %NULL when nothing is filled in, or a date is none */
VslRole   *vsl_role_row_dup_role (VslRoleRow *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean   vsl_role_row_is_valid (VslRoleRow *self);

G_END_DECLS
