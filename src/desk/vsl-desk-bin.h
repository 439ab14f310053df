/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-desk.h"

G_BEGIN_DECLS

/* When an article that was deleted at @deleted_at will be gone by itself; both µs since 1970 UTC. */
gint64   vsl_desk_get_bin_end (gint64       deleted_at);
/* Deletes an article that is in the bin for good, with all its versions. Waits for the disk. */
gboolean vsl_desk_end_article (VslDesk     *self,
                               const char  *id,
                               GError     **error);

G_END_DECLS
