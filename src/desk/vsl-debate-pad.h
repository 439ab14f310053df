/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-pad.h"
#include "desk/vsl-debate-document.h"

G_BEGIN_DECLS

/* What is written during a debate: a part of its document, saved like all of it. Main thread. */

/* The lines, a list store of VslPadEntry, the same for life; read it, change it by what follows. */
GListModel        *vsl_debate_pad_get_entries  (VslDebateDocument *document);
guint              vsl_debate_pad_add          (VslDebateDocument *document,
                                                guint              position,
                                                const char        *speaker);
void               vsl_debate_pad_set_text     (VslDebateDocument *document,
                                                guint              position,
                                                const char        *text);
void               vsl_debate_pad_set_speaker  (VslDebateDocument *document,
                                                guint              position,
                                                const char        *speaker);
void               vsl_debate_pad_set_quote    (VslDebateDocument *document,
                                                guint              position,
                                                gboolean           quote);
void               vsl_debate_pad_stamp        (VslDebateDocument *document,
                                                guint              position);
void               vsl_debate_pad_remove       (VslDebateDocument *document,
                                                guint              position);

/* The clock: ms since it was started, pauses left out; -1 before that. */
gint64             vsl_debate_pad_get_time_ms  (VslDebateDocument *document);
gboolean           vsl_debate_pad_get_running  (VslDebateDocument *document);
void               vsl_debate_pad_set_running  (VslDebateDocument *document,
                                                gboolean           running);

/* Votes on statements; a statement that nobody voted on has none. */
const VslPadVote  *vsl_debate_pad_get_vote     (VslDebateDocument *document,
                                                const char        *statement);
void               vsl_debate_pad_set_vote     (VslDebateDocument *document,
                                                const VslPadVote  *vote);

G_END_DECLS
