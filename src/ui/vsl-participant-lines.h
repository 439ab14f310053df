/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-desk.h"

G_BEGIN_DECLS

/* Participants as lines of text: what people paste into the list and copy out of it. */
GPtrArray *vsl_participant_lines_read  (VslDesk     *desk,
                                        const char  *text,
                                        char       **event) G_GNUC_WARN_UNUSED_RESULT;
char      *vsl_participant_lines_write (VslDesk     *desk,
                                        VslDocument *document,
                                        GListModel  *participants,
                                        GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
