/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-debate-document.h"
#include "desk/vsl-desk.h"

G_BEGIN_DECLS

/* The debates that are not deleted, a GListModel of VslDebate, latest first; the same object for
 * life. It is filled in the background from the first call on. */
GListModel        *vsl_desk_get_debates        (VslDesk     *self);

/* Debates at rest. These wait for the disk. */
GPtrArray         *vsl_desk_list_debates       (VslDesk     *self,
                                                GError     **error) G_GNUC_WARN_UNUSED_RESULT;
char              *vsl_desk_find_debate        (VslDesk     *self,
                                                const char  *id_or_prefix,
                                                GError     **error) G_GNUC_WARN_UNUSED_RESULT;
VslDebate         *vsl_desk_load_debate        (VslDesk     *self,
                                                const char  *id,
                                                GError     **error) G_GNUC_WARN_UNUSED_RESULT;
VslDebate         *vsl_desk_save_debate        (VslDesk     *self,
                                                VslDebate   *debate,
                                                GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean           vsl_desk_delete_debate      (VslDesk     *self,
                                                const char  *id,
                                                GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean           vsl_desk_undelete_debate    (VslDesk     *self,
                                                const char  *id,
                                                GError     **error) G_GNUC_WARN_UNUSED_RESULT;

/* Open debates: one document per debate, however often it is asked for. */
VslDebateDocument *vsl_desk_open_debate        (VslDesk     *self,
                                                const char  *id,
                                                GError     **error) G_GNUC_WARN_UNUSED_RESULT;
VslDebateDocument *vsl_desk_new_debate         (VslDesk     *self,
                                                const char  *language,
                                                GError     **error) G_GNUC_WARN_UNUSED_RESULT;

/* What reports on what. @debate_id: (nullable) for none. */
gboolean           vsl_desk_set_article_debate (VslDesk     *self,
                                                const char  *article_id,
                                                const char  *debate_id,
                                                GError     **error) G_GNUC_WARN_UNUSED_RESULT;
char              *vsl_desk_get_article_debate (VslDesk     *self,
                                                const char  *article_id,
                                                GError     **error) G_GNUC_WARN_UNUSED_RESULT;
/* The id of the debate of an article; made of its event and participants when it had none. */
char              *vsl_desk_ensure_article_debate (VslDesk  *self,
                                                const char  *article_id,
                                                GError     **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray         *vsl_desk_list_reports       (VslDesk     *self,
                                                const char  *debate_id,
                                                GError     **error) G_GNUC_WARN_UNUSED_RESULT;

/* For a window, without waiting for the disk; see vsl-desk-debate-reading.c. @article_id: (nullable)
 * the debate is the one that this article reports on, and @debate_id is of no matter then. */
void               vsl_desk_open_debate_async  (VslDesk              *self,
                                                const char           *debate_id,
                                                const char           *article_id,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
VslDebateDocument *vsl_desk_open_debate_finish (VslDesk              *self,
                                                GAsyncResult         *result,
                                                GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void               vsl_desk_list_reports_async (VslDesk              *self,
                                                const char           *debate_id,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
GPtrArray         *vsl_desk_list_reports_finish (VslDesk             *self,
                                                GAsyncResult         *result,
                                                GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
