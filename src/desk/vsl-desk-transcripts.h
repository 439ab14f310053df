/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-article.h"
#include "core/vsl-transcript.h"
#include "desk/vsl-desk.h"

G_BEGIN_DECLS

/* The transcript of a debate. @map: (nullable) labels of the file and names of participants,
 * alternating, NULL-terminated. They wait for the disk. */
gboolean        vsl_desk_keep_debate_transcript   (VslDesk             *self,
                                                   const char          *debate_id,
                                                   GBytes              *original,
                                                   const char          *name,
                                                   const char          *format,
                                                   const char * const  *map,
                                                   GError             **error) G_GNUC_WARN_UNUSED_RESULT;
char           *vsl_desk_prepare_debate           (VslDesk             *self,
                                                   VslArticle          *article,
                                                   GError             **error) G_GNUC_WARN_UNUSED_RESULT;
VslTranscript  *vsl_desk_load_debate_transcript   (VslDesk             *self,
                                                   const char          *debate_id,
                                                   GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
