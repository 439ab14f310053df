/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "fault-proxy.h"

G_BEGIN_DECLS

/* One row of the fault matrix. Which request it strikes, and how many, follows from the seed. */
typedef struct
{
  const char *name;
  ProxyPlan   plan;
  gboolean    kills;       /* the client dies at that point */
  gint64      clock_us;    /* its clock is off by this */
  guint       deadline_ms; /* 0 for that of the product */
  double      delay;       /* in waits of the engine before it looks again */
} MatrixFault;

extern const MatrixFault matrix_faults[];
extern const guint n_matrix_faults;

ProxyPlan matrix_fault_aim (const MatrixFault *fault,
                            guint              n_writes,
                            guint              seed,
                            guint              look_ms);

G_END_DECLS
