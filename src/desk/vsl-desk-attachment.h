/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-article.h"
#include "desk/vsl-desk.h"
#include "desk/vsl-transcript-plan.h"

G_BEGIN_DECLS

/* From a file to the transcript of a debate: read, say what it will do, keep. Each answers with a
 * #VslDeskError where it fails. Only the first waits for the disk. */
VslTranscriptPlan *vsl_desk_keep_now          (VslDesk              *self,
                                               const char           *debate_id,
                                               VslArticle           *article,
                                               VslTranscript        *transcript,
                                               GBytes               *original,
                                               const char           *name,
                                               const char * const   *map,
                                               GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void               vsl_desk_read_bytes_async  (VslDesk              *self,
                                               GFile                *file,
                                               VslArticle           *article,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
VslTranscript     *vsl_desk_read_bytes_finish (VslDesk              *self,
                                               GAsyncResult         *result,
                                               GBytes              **bytes,
                                               GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void               vsl_desk_plan_read_async   (VslDesk              *self,
                                               const char           *debate_id,
                                               VslArticle           *article,
                                               VslTranscript        *transcript,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
void               vsl_desk_keep_read_async   (VslDesk              *self,
                                               const char           *debate_id,
                                               VslArticle           *article,
                                               VslTranscript        *transcript,
                                               GBytes               *original,
                                               const char           *name,
                                               const char * const   *map,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
/* Of the two above. */
VslTranscriptPlan *vsl_desk_plan_finish       (VslDesk              *self,
                                               GAsyncResult         *result,
                                               GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
