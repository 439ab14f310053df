/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-article.h"
#include "desk/vsl-clock.h"
#include "desk/vsl-rescue.h"
#include "desk/vsl-save-state.h"
#include "store/vsl-store-session.h"
#include "store/vsl-store.h"

G_BEGIN_DECLS

/* Gives the article as it is now, to be stored. (transfer full) */
typedef VslArticle *(*VslJournalSnapshot) (gpointer owner);

#define VSL_TYPE_JOURNAL (vsl_journal_get_type ())
G_DECLARE_FINAL_TYPE (VslJournal, vsl_journal, VSL, JOURNAL, GObject)

VslJournal  *vsl_journal_new          (VslStore            *store,
                                       VslRescue           *rescue,
                                       VslClock             clock,
                                       gpointer             clock_data,
                                       gint64               revision) G_GNUC_WARN_UNUSED_RESULT;
void         vsl_journal_set_owner    (VslJournal          *self,
                                       VslJournalSnapshot   snapshot,
                                       gpointer             owner);
VslSaveState vsl_journal_get_state    (VslJournal          *self);
const char  *vsl_journal_get_message  (VslJournal          *self);
gboolean     vsl_journal_get_dirty    (VslJournal          *self);
guint64      vsl_journal_get_change_count (VslJournal      *self);

void         vsl_journal_set_view     (VslJournal          *self,
                                       const char          *article_id,
                                       const VslArticleView *view);
void         vsl_journal_touch        (VslJournal          *self);
gboolean     vsl_journal_flush        (VslJournal          *self,
                                       GError             **error);
void         vsl_journal_flush_async  (VslJournal          *self,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data);
gboolean     vsl_journal_flush_finish (VslJournal          *self,
                                       GAsyncResult        *result,
                                       GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
