/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char **vsl_blocks_reader_split       (const char *content) G_GNUC_WARN_UNUSED_RESULT;
char  *vsl_blocks_reader_to_markdown (const char *block) G_GNUC_WARN_UNUSED_RESULT;
char  *vsl_blocks_reader_to_text     (const char *block) G_GNUC_WARN_UNUSED_RESULT;
char  *vsl_blocks_reader_to_raw      (const char *block) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
