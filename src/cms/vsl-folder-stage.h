/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean vsl_folder_stage_commit (const char  *folder,
                                  int         *fd,
                                  GHashTable  *files,
                                  GPtrArray   *removed,
                                  gboolean    *whole,
                                  GError     **error);

G_END_DECLS
