/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void vsl_participant_removal_offer_undo (GtkWidget      *widget,
                                         GListStore     *participants,
                                         VslParticipant *participant,
                                         guint           position);

G_END_DECLS
