/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "fault-proxy.h"
#include "fault-wire.h"

G_BEGIN_DECLS

/* What becomes of good answers on their way. */
void         fault_spoil        (WireMessage     *reply,
                                 const ProxyPlan *plan);
/* The answer of a database that has not heard of anything yet. */
WireMessage *fault_spoil_forget (const char      *target);

G_END_DECLS
