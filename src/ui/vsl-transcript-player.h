/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Signal "time" (gint64): what is heard now, in ms from the beginning; about every second. */
#define VSL_TYPE_TRANSCRIPT_PLAYER (vsl_transcript_player_get_type ())
G_DECLARE_FINAL_TYPE (VslTranscriptPlayer, vsl_transcript_player, VSL, TRANSCRIPT_PLAYER, GtkWidget)

void     vsl_transcript_player_set_debate (VslTranscriptPlayer *self,
                                           VslDesk             *desk,
                                           const char          *debate_id);
void     vsl_transcript_player_choose     (VslTranscriptPlayer *self);
gboolean vsl_transcript_player_is_ready   (VslTranscriptPlayer *self);
void     vsl_transcript_player_seek       (VslTranscriptPlayer *self,
                                           gint64               ms);
gint64   vsl_transcript_player_get_time   (VslTranscriptPlayer *self);
void     vsl_transcript_player_toggle     (VslTranscriptPlayer *self);

G_END_DECLS
