/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-vocabulary.h"

G_BEGIN_DECLS

const char *vsl_cli_word_for_status (VslStatus       status);
const char *vsl_cli_word_for_kind   (VslKind         kind);
const char *vsl_cli_word_for_state  (VslOutboxState  state);
const char *vsl_cli_word_for_remote (VslRemoteStatus status);

G_END_DECLS
