/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Signal “chosen” (VslParticipant). */
#define VSL_TYPE_PERSON_COMPLETION (vsl_person_completion_get_type ())
G_DECLARE_FINAL_TYPE (VslPersonCompletion, vsl_person_completion, VSL, PERSON_COMPLETION, GtkWidget)

void vsl_person_completion_set_desk (VslPersonCompletion *self,
                                     VslDesk             *desk);
void vsl_person_completion_set_date (VslPersonCompletion *self,
                                     const char          *date);

G_END_DECLS
