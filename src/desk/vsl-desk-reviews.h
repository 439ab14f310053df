/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-consent.h"
#include "core/vsl-contact.h"
#include "desk/vsl-desk.h"
#include "desk/vsl-review-sheet.h"
#include "desk/vsl-review-words.h"

G_BEGIN_DECLS

/*
 * Reviews: which participant was promised to read their own passages, and how that stands; and the
 * embargo of an article. The article is given as it is now, which may not be saved yet; its id tells
 * whose ledger it is. While an embargo is in force and not overridden, publishing is refused.
 *
 * These wait for the disk, and the first four read the whole article: not for the main thread. Any
 * thread.
 */

VslConsent *vsl_desk_load_consent        (VslDesk                   *self,
                                          VslArticle                *article,
                                          GError                   **error) G_GNUC_WARN_UNUSED_RESULT;
/* A list of VslReview: one for each participant, then those in the ledger who are none any more. */
GPtrArray  *vsl_desk_list_reviews        (VslDesk                   *self,
                                          VslArticle                *article,
                                          GError                   **error) G_GNUC_WARN_UNUSED_RESULT;
/* By full name or last name; %VSL_DESK_ERROR_NOT_FOUND */
VslReview  *vsl_desk_find_review         (VslDesk                   *self,
                                          VslArticle                *article,
                                          const char                *name,
                                          GError                   **error) G_GNUC_WARN_UNUSED_RESULT;
/* Adds a step to the ledger, see VslReviewWhat; what cannot follow is refused with a sentence. */
VslReview  *vsl_desk_add_review_step     (VslDesk                   *self,
                                          VslArticle                *article,
                                          const VslReviewStepFields *step,
                                          GError                   **error) G_GNUC_WARN_UNUSED_RESULT;
/* That somebody of the ledger who is no participant any more is one under another name. */
VslReview  *vsl_desk_rename_review       (VslDesk                   *self,
                                          VslArticle                *article,
                                          const char                *before,
                                          const char                *after,
                                          GError                   **error) G_GNUC_WARN_UNUSED_RESULT;
/* Whom the directory has for it: who answers for the person, else the person. Both empty when nobody. */
void        vsl_desk_find_review_address (VslDesk                   *self,
                                          const char                *name,
                                          char                     **recipient,
                                          char                     **address);
gboolean    vsl_desk_load_embargo        (VslDesk                   *self,
                                          const char                *article_id,
                                          VslEmbargo                *embargo,
                                          GError                   **error) G_GNUC_WARN_UNUSED_RESULT;
/* @until: µs UTC, 0 to lift it; @note: (nullable) with whom it was agreed */
gboolean    vsl_desk_set_embargo         (VslDesk                   *self,
                                          const char                *article_id,
                                          gint64                     until,
                                          const char                *note,
                                          GError                   **error) G_GNUC_WARN_UNUSED_RESULT;
/* Publishing is possible from then on. @reason is kept, and must say something. */
gboolean    vsl_desk_override_embargo    (VslDesk                   *self,
                                          const char                *article_id,
                                          const char                *reason,
                                          GError                   **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same for the main thread: in the thread that checks, one after the other. Steps and embargoes are
 * taken whatever becomes of the cancellable. */
void        vsl_desk_load_consent_async  (VslDesk                   *self,
                                          VslArticle                *article,
                                          GCancellable              *cancellable,
                                          GAsyncReadyCallback        callback,
                                          gpointer                   user_data);
VslConsent *vsl_desk_load_consent_finish (VslDesk                   *self,
                                          GAsyncResult              *result,
                                          GError                   **error) G_GNUC_WARN_UNUSED_RESULT;
void        vsl_desk_add_review_step_async
                                         (VslDesk                   *self,
                                          VslArticle                *article,
                                          const VslReviewStepFields *step,
                                          GCancellable              *cancellable,
                                          GAsyncReadyCallback        callback,
                                          gpointer                   user_data);
VslReview  *vsl_desk_add_review_step_finish
                                         (VslDesk                   *self,
                                          GAsyncResult              *result,
                                          GError                   **error) G_GNUC_WARN_UNUSED_RESULT;
/* @what: %VSL_REVIEW_EMBARGOED or %VSL_REVIEW_OVERRIDDEN; @until and @note as above */
void        vsl_desk_change_embargo_async
                                         (VslDesk                   *self,
                                          const char                *article_id,
                                          VslReviewWhat              what,
                                          gint64                     until,
                                          const char                *note,
                                          GCancellable              *cancellable,
                                          GAsyncReadyCallback        callback,
                                          gpointer                   user_data);
gboolean    vsl_desk_change_embargo_finish
                                         (VslDesk                   *self,
                                          GAsyncResult              *result,
                                          GError                   **error) G_GNUC_WARN_UNUSED_RESULT;
/* What the directory knows of a participant, to send something to; %NULL without an error: nothing. */
void        vsl_desk_find_review_contact_async
                                         (VslDesk                   *self,
                                          const char                *name,
                                          GCancellable              *cancellable,
                                          GAsyncReadyCallback        callback,
                                          gpointer                   user_data);
VslContact *vsl_desk_find_review_contact_finish
                                         (VslDesk                   *self,
                                          GAsyncResult              *result,
                                          GError                   **error) G_GNUC_WARN_UNUSED_RESULT;
/* @sheet: (transfer full); @format: as for vsl_review_sheet_write() */
void        vsl_desk_save_review_sheet_async
                                         (VslDesk                   *self,
                                          VslReviewSheet            *sheet,
                                          const char                *format,
                                          GFile                     *file,
                                          GAsyncReadyCallback        callback,
                                          gpointer                   user_data);
gboolean    vsl_desk_save_review_sheet_finish
                                         (VslDesk                   *self,
                                          GAsyncResult              *result,
                                          GError                   **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
