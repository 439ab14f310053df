/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-debate.h"
#include "desk/vsl-save-state.h"
#include "desk/vsl-text-source.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  VSL_DEBATE_SERIES,
  VSL_DEBATE_TITLE,
  VSL_DEBATE_DATE,
  VSL_DEBATE_PLACE,
  VSL_DEBATE_STREAM,
  VSL_DEBATE_LANGUAGE,
  VSL_DEBATE_NOTES,
  VSL_DEBATE_DELETE_AFTER,
  VSL_N_DEBATE_TEXTS
} VslDebateText;

/*
 * One open debate. Main thread. Every setter that changes something is on the disk at most 500 ms
 * later; a save that fails is tried again by itself.
 *
 * Properties (notify): "save-state" (VslSaveState), "save-error" (nullable string).
 * Signal "changed": anything at all that is saved. Signal "saved" (VslDebate).
 */
#define VSL_TYPE_DEBATE_DOCUMENT (vsl_debate_document_get_type ())
G_DECLARE_FINAL_TYPE (VslDebateDocument, vsl_debate_document, VSL, DEBATE_DOCUMENT, GObject)

const char         *vsl_debate_document_get_id           (VslDebateDocument   *self);
const char         *vsl_debate_document_get_text         (VslDebateDocument   *self,
                                                          VslDebateText        text);
void                vsl_debate_document_set_text         (VslDebateDocument   *self,
                                                          VslDebateText        text,
                                                          const char          *value);
/* The notes: until a source is given, the document keeps the text itself. */
void                vsl_debate_document_set_notes_source (VslDebateDocument   *self,
                                                          VslTextSource       *source);
const char * const *vsl_debate_document_get_statements   (VslDebateDocument   *self);
void                vsl_debate_document_set_statements   (VslDebateDocument   *self,
                                                          const char * const  *statements);
/* Changed by the functions of desk/vsl-participant-list.h. */
GListStore         *vsl_debate_document_get_participants (VslDebateDocument   *self);

VslDebate          *vsl_debate_document_dup_debate       (VslDebateDocument   *self) G_GNUC_WARN_UNUSED_RESULT;
/* Takes over all that is in @debate, as one change that is saved like any other. */
void                vsl_debate_document_apply            (VslDebateDocument   *self,
                                                          VslDebate           *debate);
gboolean            vsl_debate_document_get_dirty        (VslDebateDocument   *self);
VslSaveState        vsl_debate_document_get_save_state   (VslDebateDocument   *self);
const char         *vsl_debate_document_get_save_error   (VslDebateDocument   *self);
void                vsl_debate_document_save_async       (VslDebateDocument   *self,
                                                          GAsyncReadyCallback  callback,
                                                          gpointer             user_data);
gboolean            vsl_debate_document_save_finish      (VslDebateDocument   *self,
                                                          GAsyncResult        *result,
                                                          GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
