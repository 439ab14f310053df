/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define VSL_TYPE_BLOCKING_CHECKS (vsl_blocking_checks_get_type ())
G_DECLARE_FINAL_TYPE (VslBlockingChecks, vsl_blocking_checks, VSL, BLOCKING_CHECKS, AdwExpanderRow)

GtkWidget *vsl_blocking_checks_new       (const char        *value) G_GNUC_WARN_UNUSED_RESULT;
char      *vsl_blocking_checks_dup_value (VslBlockingChecks *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
