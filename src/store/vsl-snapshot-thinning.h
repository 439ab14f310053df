/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A version, as far as it matters for how long it is kept. */
typedef struct
{
  gint64   number;
  gint64   created_at; /* µs since 1970 UTC */
  gboolean named;
} VslKeptVersion;

GArray *vsl_snapshot_thinning_find (const VslKeptVersion *versions,
                                    guint                 n_versions,
                                    gint64                now) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
