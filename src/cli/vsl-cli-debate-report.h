/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "cli/vsl-cli.h"
#include "core/vsl-debate.h"

G_BEGIN_DECLS

/* What `debate report` and `debate passages` can be told. */
typedef struct
{
  char *passages; /* (owned) (nullable) as all texts */
  char *group;
  char *kind;
  char *language;
  gboolean lead;
  gboolean all;
} VslCliReportOptions;

#define VSL_CLI_N_REPORT_ENTRIES 7

void     vsl_cli_report_options_fill  (VslCliReportOptions        *options,
                                       GOptionEntry               *entries);
gboolean vsl_cli_report_options_check (const VslCliReportOptions  *options,
                                       const char                 *verb,
                                       GError                    **error) G_GNUC_WARN_UNUSED_RESULT;
void     vsl_cli_report_options_clear (VslCliReportOptions        *options);
VslExit  vsl_cli_list_passages        (VslCli                     *cli,
                                       VslDebate                  *debate,
                                       const VslCliReportOptions  *options,
                                       GError                    **error);
VslExit  vsl_cli_make_report          (VslCli                     *cli,
                                       VslDebate                  *debate,
                                       const VslCliReportOptions  *options,
                                       GError                    **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VslCliReportOptions, vsl_cli_report_options_clear)

G_END_DECLS
