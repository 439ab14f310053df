/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "debate/vsl-report-writer.h"
#include "desk/vsl-desk.h"
#include "desk/vsl-report-passage.h"

G_BEGIN_DECLS

/* What a report is begun with. */
typedef struct
{
  GPtrArray         *passages; /* (nullable) (element-type VslReportPassage) that are quoted */
  VslReportGrouping  grouping;
  const char        *language; /* (nullable) of the report; %NULL for that of the debate */
  VslKind            kind;
  gboolean           lead;     /* with a lead that says who spoke, where and when */
} VslReportPlan;

/* A new report of a debate: stored, with the event, the participants and the chosen passages. */
VslArticle *vsl_desk_make_report          (VslDesk              *self,
                                           const char           *debate_id,
                                           const VslReportPlan  *plan,
                                           GError              **error) G_GNUC_WARN_UNUSED_RESULT;

/* For a window: these do not wait. */
void        vsl_desk_make_report_async    (VslDesk              *self,
                                           const char           *debate_id,
                                           const VslReportPlan  *plan,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
VslArticle *vsl_desk_make_report_finish   (VslDesk              *self,
                                           GAsyncResult         *result,
                                           GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void        vsl_desk_list_passages_async  (VslDesk              *self,
                                           const char           *debate_id,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
/* (element-type VslReportPassage) in the order of the debate */
GPtrArray  *vsl_desk_list_passages_finish (VslDesk              *self,
                                           GAsyncResult         *result,
                                           GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
