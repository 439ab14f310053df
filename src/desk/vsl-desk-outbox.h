/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-outbox-event.h"
#include "desk/vsl-desk.h"
#include "desk/vsl-outbox-words.h"

G_BEGIN_DECLS

/* How an article stands against its copy on a site. */
typedef enum
{
  VSL_COMPARISON_IN_STEP,
  VSL_COMPARISON_CHANGED_HERE,
  VSL_COMPARISON_CHANGED_THERE,
  VSL_COMPARISON_BOTH,
  VSL_COMPARISON_MISSING,
  VSL_N_COMPARISONS
} VslComparison;

const char     *vsl_comparison_get_name      (VslComparison        comparison);

/* The rows that are not settled: a model of VslOutboxRow, read in the background. See the plan of a row
 * for when it is tried again by itself. */
GListModel     *vsl_desk_get_outbox          (VslDesk             *self);
gboolean        vsl_desk_get_outbox_busy     (VslDesk             *self);
/* From now on what waits is sent by itself; a command that does one thing does not call this. */
void            vsl_desk_start_outbox        (VslDesk             *self);
/* Sends whatever waits, now. */
void            vsl_desk_send_outbox         (VslDesk             *self);
/* Tries one row now: what was asked for, with the text of then. */
VslPublication *vsl_desk_retry               (VslDesk             *self,
                                              VslOutboxRow        *row,
                                              GError             **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean        vsl_desk_discard             (VslDesk             *self,
                                              VslOutboxRow        *row,
                                              GError             **error);
/* Sees whether what was scheduled has appeared; sends nothing. */
VslPublication *vsl_desk_see                 (VslDesk             *self,
                                              VslOutboxRow        *row,
                                              GError             **error) G_GNUC_WARN_UNUSED_RESULT;
/* These wait for the disk. */
GPtrArray      *vsl_desk_list_outbox         (VslDesk             *self,
                                              const char          *article_id,
                                              GError             **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray      *vsl_desk_list_unseen         (VslDesk             *self,
                                              const char          *article_id,
                                              GError             **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray      *vsl_desk_list_outbox_events  (VslDesk             *self,
                                              VslOutboxRow        *row,
                                              GError             **error) G_GNUC_WARN_UNUSED_RESULT;
/* Asks the site how an article stands there. */
void            vsl_desk_compare_async       (VslDesk             *self,
                                              VslOutboxRow        *row,
                                              GCancellable        *cancellable,
                                              GAsyncReadyCallback  callback,
                                              gpointer             user_data);
gboolean        vsl_desk_compare_finish      (VslDesk             *self,
                                              GAsyncResult        *result,
                                              VslComparison       *comparison,
                                              GError             **error);

G_END_DECLS
