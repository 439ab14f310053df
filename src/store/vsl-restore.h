/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "store/vsl-store-error.h"

G_BEGIN_DECLS

char *vsl_restore_backup (const char  *directory,
                          const char  *backup,
                          gint64       now,
                          GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
