/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-article.h"
#include "desk/vsl-save-state.h"
#include "desk/vsl-text-source.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Offsets are in characters of the field, and may be beyond its end. */
typedef struct
{
  VslField field;  /* the one that has the cursor */
  gint64   cursor;
  gint64   anchor; /* the other end of the selection; the cursor when nothing is selected */
  gint64   top;    /* the first character of the body that is visible */
} VslDocumentView;

/*
 * One open article: the only mutable object of the domain. Main thread. Every setter that changes
 * something raises the change count, and the document saves itself at most 500 ms later.
 *
 * Properties (all notify): every text field by its vsl_field_get_name() but "body"; "kind",
 * "status", "language", "tags" (strv), "participants" (GListModel of VslParticipant, itself
 * observable), "words" (uint), "save-state", "save-error" (nullable string), "id".
 * Signal "changed": anything at all that is saved.
 * Signal "saved" (VslArticleSummary, nullable): the store has taken what was on the screen a moment
 * ago.
 */
#define VSL_TYPE_DOCUMENT (vsl_document_get_type ())
G_DECLARE_FINAL_TYPE (VslDocument, vsl_document, VSL, DOCUMENT, GObject)

const char         *vsl_document_get_id              (VslDocument        *self);
const char         *vsl_document_get_text            (VslDocument        *self,
                                                      VslField            field);
void                vsl_document_set_text            (VslDocument        *self,
                                                      VslField            field,
                                                      const char         *text);
/* The body: until a source is given, the document keeps the text itself. */
void                vsl_document_set_body_source     (VslDocument        *self,
                                                      VslTextSource      *source);
char               *vsl_document_dup_body            (VslDocument        *self) G_GNUC_WARN_UNUSED_RESULT;
VslKind             vsl_document_get_kind            (VslDocument        *self);
void                vsl_document_set_kind            (VslDocument        *self,
                                                      VslKind             kind);
VslStatus           vsl_document_get_status          (VslDocument        *self);
void                vsl_document_set_status          (VslDocument        *self,
                                                      VslStatus           status);
const char         *vsl_document_get_language        (VslDocument        *self);
void                vsl_document_set_language        (VslDocument        *self,
                                                      const char         *language);
const char * const *vsl_document_get_tags            (VslDocument        *self);
void                vsl_document_set_tags            (VslDocument        *self,
                                                      const char * const *tags);
GListModel         *vsl_document_get_participants    (VslDocument        *self);
void                vsl_document_insert_participant  (VslDocument        *self,
                                                      guint               position,
                                                      VslParticipant     *participant);
void                vsl_document_replace_participant (VslDocument        *self,
                                                      guint               position,
                                                      VslParticipant     *participant);
void                vsl_document_remove_participant  (VslDocument        *self,
                                                      guint               position);
void                vsl_document_move_participant    (VslDocument        *self,
                                                      guint               from,
                                                      guint               to);
void                vsl_document_set_chair           (VslDocument        *self,
                                                      guint               position,
                                                      gboolean            chair);

guint               vsl_document_get_words           (VslDocument        *self);

/* Where the person is in it; kept with the text, so that a crash loses neither. */
void                vsl_document_set_view            (VslDocument        *self,
                                                      const VslDocumentView *view);
gboolean            vsl_document_get_view            (VslDocument        *self,
                                                      VslDocumentView    *view);

VslArticle         *vsl_document_dup_article         (VslDocument        *self) G_GNUC_WARN_UNUSED_RESULT;
/* Takes over all that is written in @article, as one change that is saved like any other. */
void                vsl_document_apply_article       (VslDocument        *self,
                                                      VslArticle         *article);
gboolean            vsl_document_get_dirty           (VslDocument        *self);
VslSaveState        vsl_document_get_save_state      (VslDocument        *self);
const char         *vsl_document_get_save_error      (VslDocument        *self);
/* Saves now what is not saved yet; on focus loss, close, Ctrl+S and before a publication. */
void                vsl_document_save_async          (VslDocument        *self,
                                                      GAsyncReadyCallback callback,
                                                      gpointer            user_data);
gboolean            vsl_document_save_finish         (VslDocument        *self,
                                                      GAsyncResult       *result,
                                                      GError            **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
