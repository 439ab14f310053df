/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "cli/vsl-cli.h"
#include "desk/vsl-desk-debate.h"

G_BEGIN_DECLS

VslTranscript *vsl_cli_read_transcript    (const char    *path,
                                           const char    *format,
                                           VslArticle    *article,
                                           GError       **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean       vsl_cli_load_for_debate    (VslCli        *cli,
                                           const char    *id_or_file,
                                           const char    *path,
                                           VslArticle   **article,
                                           VslTranscript **transcript,
                                           GError       **error) G_GNUC_WARN_UNUSED_RESULT;
VslTranscript *vsl_cli_load_attached      (VslCli        *cli,
                                           VslArticle    *article,
                                           GError       **error) G_GNUC_WARN_UNUSED_RESULT;
void           vsl_cli_add_utterance      (JsonBuilder   *builder,
                                           VslUtterance  *utterance);

G_END_DECLS
