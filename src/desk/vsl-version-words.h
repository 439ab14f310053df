/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-snapshot.h"

G_BEGIN_DECLS

/* What people read of versions and their differences, in the window and at the terminal. */

const char *vsl_version_words_get_reason (VslSnapshotReason  reason);
const char *vsl_version_words_get_field  (const char        *field);

G_END_DECLS
