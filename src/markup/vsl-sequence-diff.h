/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A sequence of numbers, and for each whether it is in this sequence only. */
typedef struct
{
  const guint *ids; /* (unowned) */
  gboolean    *own; /* (unowned) filled */
  gsize        length;
} VslSequence;

void vsl_sequence_diff (const VslSequence *before,
                        const VslSequence *after,
                        guint              n_ids);

G_END_DECLS
