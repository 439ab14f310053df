/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-utterance.h"
#include "store/vsl-store.h"

G_BEGIN_DECLS

/* Changes of single utterances by hand. Every one is kept, with what was there before. */
gboolean      vsl_store_correct_utterance (VslStore      *self,
                                           const char    *debate_id,
                                           VslUtterance  *utterance,
                                           gint64         now,
                                           GError       **error) G_GNUC_WARN_UNUSED_RESULT;
VslUtterance *vsl_store_undo_correction   (VslStore      *self,
                                           const char    *debate_id,
                                           gboolean       redo,
                                           GError       **error) G_GNUC_WARN_UNUSED_RESULT;
/* What was changed by hand and is so now; @before gets the same as they were read. */
GPtrArray    *vsl_store_list_corrected    (VslStore      *self,
                                           const char    *debate_id,
                                           GPtrArray    **before,
                                           GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
