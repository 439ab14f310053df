/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-debate.h"
#include "store/vsl-store.h"

G_BEGIN_DECLS

/* As in vsl-store.h: any thread; the work is done in the store thread. */
char      *vsl_store_find_debate         (VslStore    *self,
                                          const char  *id_or_prefix,
                                          GError     **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *vsl_store_list_debates        (VslStore    *self,
                                          GError     **error) G_GNUC_WARN_UNUSED_RESULT;
VslDebate *vsl_store_load_debate         (VslStore    *self,
                                          const char  *id,
                                          GError     **error) G_GNUC_WARN_UNUSED_RESULT;
VslDebate *vsl_store_save_debate         (VslStore    *self,
                                          VslDebate   *debate,
                                          gint64       now,
                                          GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean   vsl_store_delete_debate       (VslStore    *self,
                                          const char  *id,
                                          gint64       now,
                                          GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean   vsl_store_undelete_debate     (VslStore    *self,
                                          const char  *id,
                                          GError     **error) G_GNUC_WARN_UNUSED_RESULT;

/* What reports on what. */
gboolean   vsl_store_set_article_debate  (VslStore    *self,
                                          const char  *article_id,
                                          const char  *debate_id,
                                          GError     **error) G_GNUC_WARN_UNUSED_RESULT;
char      *vsl_store_get_article_debate  (VslStore    *self,
                                          const char  *article_id,
                                          GError     **error) G_GNUC_WARN_UNUSED_RESULT;
char     **vsl_store_list_reports        (VslStore    *self,
                                          const char  *debate_id,
                                          GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
