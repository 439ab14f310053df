/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define VSL_TYPE_ORGANISATION (vsl_organisation_get_type ())
G_DECLARE_FINAL_TYPE (VslOrganisation, vsl_organisation, VSL, ORGANISATION, GObject)

VslOrganisation *vsl_organisation_new              (const char      *name,
                                                    const char      *abbreviation,
                                                    int              from_year,
                                                    int              until_year) G_GNUC_WARN_UNUSED_RESULT;
const char      *vsl_organisation_get_name         (VslOrganisation *self);
const char      *vsl_organisation_get_abbreviation (VslOrganisation *self);
int              vsl_organisation_get_from_year    (VslOrganisation *self);
int              vsl_organisation_get_until_year   (VslOrganisation *self);

G_END_DECLS
