/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-desk.h"

G_BEGIN_DECLS

#define VSL_DATES_NOTICE_DAYS 7 /* how long beforehand it is told that something will be deleted */

/* What went because its date had passed, and what goes within %VSL_DATES_NOTICE_DAYS days: names. */
typedef struct
{
  char **deleted_people;
  char **deleted_transcripts;
  char **due_people;
  char **due_transcripts;
} VslDatesReport;

void            vsl_dates_report_free       (VslDatesReport      *report);

/* Does away with contact data and transcripts that are past their delete-after date, in the store
 * thread. Main thread; for once a day. */
void            vsl_desk_keep_dates_async   (VslDesk             *self,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data);
VslDatesReport *vsl_desk_keep_dates_finish  (VslDesk             *self,
                                             GAsyncResult        *result,
                                             GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VslDatesReport, vsl_dates_report_free)

G_END_DECLS
