/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-participant.h"
#include "store/vsl-db.h"

G_BEGIN_DECLS

GPtrArray *vsl_participant_rows_load_of_debate (VslDb      *db,
                                                gint64      debate,
                                                GError    **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean   vsl_participant_rows_save_of_debate (VslDb      *db,
                                                gint64      debate,
                                                GPtrArray  *participants,
                                                GError    **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
