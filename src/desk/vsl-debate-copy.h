/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-debate.h"
#include "core/vsl-pad.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* A debate and its live pad as one file, for where the database does not take them. */
GBytes   *vsl_debate_copy_write (VslDebate   *debate,
                                 VslPad      *pad) G_GNUC_WARN_UNUSED_RESULT;
gboolean  vsl_debate_copy_read  (GBytes      *bytes,
                                 VslDebate   *base,
                                 VslDebate  **debate,
                                 VslPad     **pad,
                                 GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
