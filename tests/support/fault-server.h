/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * An HTTP server over bare sockets on 127.0.0.1 that misbehaves on order. The n-th connection does
 * the n-th thing of its script, the last thing for ever. It works in threads of its own.
 */

typedef enum
{
  FAULT_REPLY,             /* reads the request, sends the reply, closes */
  FAULT_CUT_AT_ONCE,       /* closes before reading */
  FAULT_CUT_AFTER_HEADERS, /* reads the headers, closes */
  FAULT_CUT_AFTER_REQUEST, /* reads all, closes */
  FAULT_CUT_IN_REPLY,      /* reads all, sends half of the reply, closes */
  FAULT_RESET_IN_REPLY,    /* as above, with a reset */
  FAULT_STALL,             /* reads all, never answers */
  FAULT_DRIP,              /* sends the reply one byte every 20 ms */
  FAULT_CUT_WHEN_REUSED    /* sends the reply, keeps the connection, closes at the next request */
} FaultKind;

typedef struct
{
  FaultKind    kind;
  const char  *reply; /* (nullable) as it goes over the wire */
  gsize        size;  /* of it; 0 for a text */
} Fault;

typedef struct _FaultServer FaultServer;

FaultServer *fault_server_new          (const Fault  *script,
                                        guint         n_faults);
void         fault_server_free         (FaultServer  *self);
/* Its address, without a slash at the end. */
const char  *fault_server_get_url      (FaultServer  *self);
/* What arrived so far; the n-th request as it came over the wire. */
guint        fault_server_get_n_requests (FaultServer *self);
char        *fault_server_dup_request  (FaultServer  *self,
                                        guint         index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FaultServer, fault_server_free)

G_END_DECLS
