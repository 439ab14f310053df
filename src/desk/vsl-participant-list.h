/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-participant.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Changing a list store of VslParticipant: that of an article or of a debate. Main thread. */
void vsl_participant_list_insert    (GListStore     *list,
                                     guint           position,
                                     VslParticipant *participant);
void vsl_participant_list_replace   (GListStore     *list,
                                     guint           position,
                                     VslParticipant *participant);
void vsl_participant_list_remove    (GListStore     *list,
                                     guint           position);
void vsl_participant_list_move      (GListStore     *list,
                                     guint           from,
                                     guint           to);
void vsl_participant_list_set_chair (GListStore     *list,
                                     guint           position,
                                     gboolean        chair);
void vsl_participant_list_take_over (GListStore     *list,
                                     GPtrArray      *participants);

G_END_DECLS
