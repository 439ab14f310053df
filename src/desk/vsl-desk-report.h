/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "debate/vsl-report-writer.h"
#include "desk/vsl-desk.h"

G_BEGIN_DECLS

/* A new report of a debate: stored, with the event, the participants and the chosen passages. */
VslArticle *vsl_desk_make_report (VslDesk            *self,
                                  const char         *debate_id,
                                  const VslPassage   *passages,
                                  guint               n_passages,
                                  VslReportGrouping   grouping,
                                  GError            **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
