/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-contact.h"
#include "desk/vsl-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Signals “open” (kind, id): a debate or an article; “left”: the person is in the directory no more;
 * “failed” (message): what was changed of somebody who is not shown any more could not be stored. */
#define VSL_TYPE_PERSON_PAGE (vsl_person_page_get_type ())
G_DECLARE_FINAL_TYPE (VslPersonPage, vsl_person_page, VSL, PERSON_PAGE, AdwBin)

void vsl_person_page_set_desk    (VslPersonPage *self,
                                  VslDesk       *desk);
void vsl_person_page_set_contact (VslPersonPage *self,
                                  VslContact    *contact);
/* Stores what was changed and is right. */
void vsl_person_page_flush       (VslPersonPage *self);

G_END_DECLS
