/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-article.h"
#include "core/vsl-transcript.h"

G_BEGIN_DECLS

char          **vsl_desk_list_names       (VslArticle          *article) G_GNUC_WARN_UNUSED_RESULT;
VslTranscript  *vsl_desk_name_speakers    (VslTranscript       *transcript,
                                           VslArticle          *article,
                                           const char * const  *map,
                                           char               **remembered,
                                           GStrvBuilder        *used) G_GNUC_WARN_UNUSED_RESULT;
char          **vsl_desk_propose_speakers (VslTranscript       *transcript,
                                           VslArticle          *article,
                                           char               **remembered) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
