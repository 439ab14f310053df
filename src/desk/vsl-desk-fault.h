/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-desk-error.h"

G_BEGIN_DECLS

/* Inside the desk: making errors of VSL_DESK_ERROR, and making them of those of the layers below. */

void    vsl_desk_fault_set       (GError       **error,
                                  VslDeskError   code,
                                  const char    *word,
                                  const char    *format,
                                  ...) G_GNUC_PRINTF (4, 5);
GError *vsl_desk_fault_adopt     (GError        *error) G_GNUC_WARN_UNUSED_RESULT;
void    vsl_desk_fault_propagate (GError       **error,
                                  GError        *from);

G_END_DECLS
