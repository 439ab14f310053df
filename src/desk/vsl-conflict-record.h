/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-conflict.h"
#include "store/vsl-store.h"

G_BEGIN_DECLS

/* The half of a conflict that happens in the store thread; all of these wait for the disk. */

VslConflict  *vsl_conflict_record_read   (VslStore      *store,
                                          VslOutboxRow  *row,
                                          VslArticle    *ours,
                                          GError       **error) G_GNUC_WARN_UNUSED_RESULT;
VslArticle   *vsl_conflict_record_read_text (VslStore   *store,
                                          VslOutboxRow  *row,
                                          VslRemoteText *text,
                                          VslArticle   **base,
                                          guint         *n_left,
                                          GError       **error) G_GNUC_WARN_UNUSED_RESULT;
gint64        vsl_conflict_record_keep   (VslStore      *store,
                                          VslConflict   *conflict,
                                          gint64         now,
                                          GError       **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean      vsl_conflict_record_settle (VslStore      *store,
                                          VslConflict   *conflict,
                                          gint64         base_snapshot,
                                          gint64         revision,
                                          const char    *choice,
                                          gint64         now,
                                          GError       **error);

G_END_DECLS
