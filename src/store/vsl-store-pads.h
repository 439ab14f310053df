/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-pad.h"
#include "store/vsl-store.h"

G_BEGIN_DECLS

/* What was written down during a debate. */
gboolean  vsl_store_save_pad       (VslStore    *self,
                                    const char  *debate_id,
                                    VslPad      *pad,
                                    GError     **error) G_GNUC_WARN_UNUSED_RESULT;
VslPad   *vsl_store_load_pad       (VslStore    *self,
                                    const char  *debate_id,
                                    GError     **error) G_GNUC_WARN_UNUSED_RESULT;

/* The recording of a debate. */
gboolean  vsl_store_save_recording (VslStore    *self,
                                    const char  *debate_id,
                                    const char  *uri,
                                    GError     **error) G_GNUC_WARN_UNUSED_RESULT;
char     *vsl_store_load_recording (VslStore    *self,
                                    const char  *debate_id,
                                    GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
