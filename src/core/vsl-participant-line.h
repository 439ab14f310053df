/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-participant.h"

G_BEGIN_DECLS

gboolean        vsl_participant_line_has_name (const char     *text);
gsize           vsl_participant_line_chair    (const char     *line);
VslParticipant *vsl_participant_new_from_line (const char     *line) G_GNUC_WARN_UNUSED_RESULT;
char           *vsl_participant_dup_line      (VslParticipant *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
