/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-participant.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VSL_TYPE_PARTICIPANT_ROW (vsl_participant_row_get_type ())
G_DECLARE_FINAL_TYPE (VslParticipantRow, vsl_participant_row, VSL, PARTICIPANT_ROW, GtkListBoxRow)

GtkWidget      *vsl_participant_row_new             (VslParticipant    *participant) G_GNUC_WARN_UNUSED_RESULT;
VslParticipant *vsl_participant_row_get_participant (VslParticipantRow *self);
void            vsl_participant_row_set_participant (VslParticipantRow *self,
                                                     VslParticipant    *participant);
gboolean        vsl_participant_row_get_editing     (VslParticipantRow *self);
void            vsl_participant_row_set_editing     (VslParticipantRow *self,
                                                     gboolean           editing);

G_END_DECLS
