/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-pad.h"
#include "core/vsl-transcript-index.h"
#include "desk/vsl-debate-document.h"
#include "desk/vsl-desk.h"

G_BEGIN_DECLS

/* The transcript of a debate for a window: nothing here waits for the disk. Each answers with a
 * #VslDeskError where it fails. */
void           vsl_desk_load_reader_async     (VslDesk              *self,
                                               const char           *debate_id,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
void           vsl_desk_correct_async         (VslDesk              *self,
                                               const char           *debate_id,
                                               VslUtterance         *utterance,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
void           vsl_desk_undo_correction_async (VslDesk              *self,
                                               const char           *debate_id,
                                               gboolean              redo,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
/* Of the three above: the whole transcript as it is stored now, with what is off the record. */
VslTranscript *vsl_desk_reader_finish         (VslDesk              *self,
                                               GAsyncResult         *result,
                                               GError              **error) G_GNUC_WARN_UNUSED_RESULT;

/* What is searched in. */
void           vsl_desk_index_transcript_async (VslDesk             *self,
                                               VslTranscript        *transcript,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
VslTranscriptIndex *vsl_desk_index_transcript_finish (VslDesk       *self,
                                               GAsyncResult         *result) G_GNUC_WARN_UNUSED_RESULT;

/* A file of it, without what is off the record. */
void           vsl_desk_write_reader_async    (VslDesk              *self,
                                               VslDebateDocument    *document,
                                               const char           *format,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
GBytes        *vsl_desk_write_reader_finish   (VslDesk              *self,
                                               GAsyncResult         *result,
                                               GError              **error) G_GNUC_WARN_UNUSED_RESULT;

/* What was written down during a debate. Waits for the disk, unless it is open. */
VslPad        *vsl_desk_load_pad              (VslDesk              *self,
                                               const char           *debate_id,
                                               GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
