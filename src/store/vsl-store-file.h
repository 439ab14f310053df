/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "store/vsl-db.h"

G_BEGIN_DECLS

VslDb *vsl_store_file_open_for_writing (const char  *directory,
                                        gboolean     network,
                                        GError     **error) G_GNUC_WARN_UNUSED_RESULT;
VslDb *vsl_store_file_open_for_reading (const char  *directory,
                                        GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
