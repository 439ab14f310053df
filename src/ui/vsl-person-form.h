/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-contact.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Signal “changed”: by hand. */
#define VSL_TYPE_PERSON_FORM (vsl_person_form_get_type ())
G_DECLARE_FINAL_TYPE (VslPersonForm, vsl_person_form, VSL, PERSON_FORM, AdwBin)

void        vsl_person_form_set_contact (VslPersonForm *self,
                                         VslContact    *contact);
VslContact *vsl_person_form_dup_contact (VslPersonForm *self,
                                         VslContact    *base) G_GNUC_WARN_UNUSED_RESULT;
void        vsl_person_form_focus       (VslPersonForm *self);

G_END_DECLS
