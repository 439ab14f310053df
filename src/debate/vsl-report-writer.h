/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-debate.h"

G_BEGIN_DECLS

/* What somebody said, chosen for a report. The texts belong to the caller. */
typedef struct
{
  const char *speaker; /* as the participant is called; may be empty */
  const char *text;
  const char *theme;   /* (nullable) */
} VslPassage;

typedef enum
{
  VSL_GROUP_BY_SPEAKER, /* in the order of the participants */
  VSL_GROUP_BY_THEME,   /* each with a heading, in the order in which they appear */
  VSL_GROUP_AS_GIVEN
} VslReportGrouping;

char *vsl_report_write_lead (VslDebate         *debate) G_GNUC_WARN_UNUSED_RESULT;
char *vsl_report_write_body (VslDebate         *debate,
                             const VslPassage  *passages,
                             guint              n_passages,
                             VslReportGrouping  grouping) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
