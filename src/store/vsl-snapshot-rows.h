/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-article.h"
#include "core/vsl-snapshot.h"
#include "store/vsl-db.h"

G_BEGIN_DECLS

gboolean   vsl_snapshot_rows_add        (VslDb             *db,
                                         gint64             article,
                                         VslArticle        *stored,
                                         VslSnapshotReason  reason,
                                         const char        *name,
                                         gint64             now,
                                         gint64            *number,
                                         GError           **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes    *vsl_snapshot_rows_load       (VslDb             *db,
                                         gint64             number,
                                         GError           **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean   vsl_snapshot_rows_thin       (VslDb             *db,
                                         gint64             article,
                                         gint64             now,
                                         GError           **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean   vsl_snapshot_rows_drop_unused_contents (VslDb   *db,
                                         GError           **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
