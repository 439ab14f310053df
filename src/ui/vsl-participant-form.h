/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-participant.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define VSL_TYPE_PARTICIPANT_FORM (vsl_participant_form_get_type ())
G_DECLARE_FINAL_TYPE (VslParticipantForm, vsl_participant_form, VSL, PARTICIPANT_FORM, AdwBin)

GtkWidget      *vsl_participant_form_new             (void) G_GNUC_WARN_UNUSED_RESULT;
VslParticipant *vsl_participant_form_get_participant (VslParticipantForm *self);
void            vsl_participant_form_set_participant (VslParticipantForm *self,
                                                      VslParticipant     *participant);

G_END_DECLS
