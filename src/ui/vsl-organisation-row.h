/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-organisation.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Signals “save” and “delete”: a button was pressed. */
#define VSL_TYPE_ORGANISATION_ROW (vsl_organisation_row_get_type ())
G_DECLARE_FINAL_TYPE (VslOrganisationRow, vsl_organisation_row, VSL, ORGANISATION_ROW,
                      AdwExpanderRow)

GtkWidget       *vsl_organisation_row_new              (VslOrganisation    *organisation) G_GNUC_WARN_UNUSED_RESULT;
VslOrganisation *vsl_organisation_row_get_before       (VslOrganisationRow *self);
VslOrganisation *vsl_organisation_row_dup_organisation (VslOrganisationRow *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
