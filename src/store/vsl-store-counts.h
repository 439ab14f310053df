/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "store/vsl-store.h"

G_BEGIN_DECLS

typedef struct
{
  char *name; /* (owned) */
  guint count;
} VslNamedCount;

/* How many articles each folder of the library holds. All but @bin are without the bin. */
typedef struct
{
  guint      all;
  guint      bin;
  guint      statuses[VSL_N_STATUSES];
  guint      outbox[VSL_N_OUTBOX_STATES]; /* articles with a row in that state */
  GPtrArray *tags;   /* (owned) (element-type VslNamedCount) most used first */
  GPtrArray *events; /* (owned) (element-type VslNamedCount) by name */
  GPtrArray *sites;  /* (owned) (element-type VslNamedCount) by name; 0 where nothing was put yet */
} VslStoreCounts;

VslStoreCounts *vsl_store_load_counts (VslStore        *self,
                                       GError         **error) G_GNUC_WARN_UNUSED_RESULT;
void            vsl_store_counts_free (VslStoreCounts  *counts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VslStoreCounts, vsl_store_counts_free)

G_END_DECLS
