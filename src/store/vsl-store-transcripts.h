/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-transcript.h"
#include "store/vsl-store.h"

G_BEGIN_DECLS

gboolean       vsl_store_attach_transcript   (VslStore       *self,
                                              const char     *debate_id,
                                              VslTranscript  *transcript,
                                              const char     *name,
                                              GBytes         *original,
                                              gint64          now,
                                              GError        **error) G_GNUC_WARN_UNUSED_RESULT;
VslTranscript *vsl_store_load_transcript     (VslStore       *self,
                                              const char     *debate_id,
                                              GError        **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes        *vsl_store_load_original       (VslStore       *self,
                                              const char     *debate_id,
                                              GError        **error) G_GNUC_WARN_UNUSED_RESULT;

/* Who the speakers of transcripts are. */
gboolean       vsl_store_save_labels       (VslStore       *self,
                                            const char     *debate_id,
                                            const char * const *labels,
                                            GError        **error) G_GNUC_WARN_UNUSED_RESULT;
char         **vsl_store_list_labels       (VslStore       *self,
                                            const char     *debate_id,
                                            GError        **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
