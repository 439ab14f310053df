/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "store/vsl-db.h"

G_BEGIN_DECLS

GPtrArray *vsl_store_check_run (VslDb   *db,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
