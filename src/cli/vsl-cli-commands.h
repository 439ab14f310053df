/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "cli/vsl-cli.h"

G_BEGIN_DECLS

VslExit vsl_cli_backup      (VslCli *cli, int argc, char **argv, GError **error);
VslExit vsl_cli_balance     (VslCli *cli, int argc, char **argv, GError **error);
VslExit vsl_cli_debate      (VslCli *cli, int argc, char **argv, GError **error);
VslExit vsl_cli_delete      (VslCli *cli, int argc, char **argv, GError **error);
VslExit vsl_cli_demo        (VslCli *cli, int argc, char **argv, GError **error);
VslExit vsl_cli_diff        (VslCli *cli, int argc, char **argv, GError **error);
VslExit vsl_cli_export      (VslCli *cli, int argc, char **argv, GError **error);
VslExit vsl_cli_history     (VslCli *cli, int argc, char **argv, GError **error);
VslExit vsl_cli_import      (VslCli *cli, int argc, char **argv, GError **error);
VslExit vsl_cli_list        (VslCli *cli, int argc, char **argv, GError **error);
VslExit vsl_cli_merge       (VslCli *cli, int argc, char **argv, GError **error);
VslExit vsl_cli_new         (VslCli *cli, int argc, char **argv, GError **error);
VslExit vsl_cli_outbox      (VslCli *cli, int argc, char **argv, GError **error);
VslExit vsl_cli_participant (VslCli *cli, int argc, char **argv, GError **error);
VslExit vsl_cli_person      (VslCli *cli, int argc, char **argv, GError **error);
VslExit vsl_cli_picture     (VslCli *cli, int argc, char **argv, GError **error);
VslExit vsl_cli_publish     (VslCli *cli, int argc, char **argv, GError **error);
VslExit vsl_cli_quotes      (VslCli *cli, int argc, char **argv, GError **error);
VslExit vsl_cli_restore     (VslCli *cli, int argc, char **argv, GError **error);
VslExit vsl_cli_search      (VslCli *cli, int argc, char **argv, GError **error);
VslExit vsl_cli_resolve     (VslCli *cli, int argc, char **argv, GError **error);
VslExit vsl_cli_review      (VslCli *cli, int argc, char **argv, GError **error);
VslExit vsl_cli_set         (VslCli *cli, int argc, char **argv, GError **error);
VslExit vsl_cli_show        (VslCli *cli, int argc, char **argv, GError **error);
VslExit vsl_cli_site        (VslCli *cli, int argc, char **argv, GError **error);
VslExit vsl_cli_status      (VslCli *cli, int argc, char **argv, GError **error);
VslExit vsl_cli_store       (VslCli *cli, int argc, char **argv, GError **error);
VslExit vsl_cli_suggest     (VslCli *cli, int argc, char **argv, GError **error);
VslExit vsl_cli_tag         (VslCli *cli, int argc, char **argv, GError **error);
VslExit vsl_cli_transcript  (VslCli *cli, int argc, char **argv, GError **error);
VslExit vsl_cli_undelete    (VslCli *cli, int argc, char **argv, GError **error);

gboolean vsl_cli_parse_snapshot (const char *text, gint64 *number, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
