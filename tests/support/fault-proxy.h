/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * A proxy over bare sockets on 127.0.0.1 between a client and a real server, which passes everything
 * on until its plan says that something goes wrong. It works in threads of its own, keeps the
 * connections of the client open as a good server does, and opens a new one to the server each time.
 */

typedef enum
{
  PROXY_CLEAN,
  PROXY_REFUSE,           /* after the request (with nth 0: from the start) nobody listens */
  PROXY_CUT_AFTER_HEADERS,
  PROXY_CUT_AFTER_BODY,   /* the server never hears of it */
  PROXY_CUT_AFTER_EFFECT, /* the server did it, the answer is not sent */
  PROXY_CUT_IN_REPLY,     /* half of the answer */
  PROXY_CUT_WHEN_REUSED,  /* the answer, and then a cut at the next request on that connection */
  PROXY_LATE,             /* a cut; the server gets the request after delay_ms */
  PROXY_STALL,            /* no answer, while the connection stands */
  PROXY_DRIP,             /* the answer, one byte every 20 ms */
  PROXY_ANSWER,           /* an answer of the proxy itself: status, headers, body */
  PROXY_STATUS,           /* the answer with another status */
  PROXY_WARNING,          /* the answer with a warning of PHP before it */
  PROXY_BOMB,             /* 64 MB of spaces that travel as 64 kB */
  PROXY_NUL,              /* the answer with a NUL in its first text */
  PROXY_TWICE,            /* the answer twice */
  PROXY_HUGE,             /* the answer after 40 MB of spaces */
  PROXY_LAG,              /* for delay_ms after each write, questions are answered as before it */
  PROXY_LAG_AND_CUT       /* so, and the answer of the write is not sent */
} ProxyFault;

typedef enum
{
  PROXY_WRITES, /* POST, PUT, DELETE */
  PROXY_READS,
  PROXY_ANY
} ProxyAim;

typedef struct
{
  ProxyFault  fault;
  ProxyAim    aim;
  guint       nth;      /* of those, from 1 */
  guint       times;    /* from there on so many requests in a row, of any kind; 0 is one */
  gboolean    effect;   /* of ANSWER and STALL: the server does it all the same */
  guint       status;
  const char *headers;  /* (nullable) lines that end in CRLF; %s in it is the other origin */
  const char *body;     /* (nullable) */
  guint       delay_ms;
  GPid        client;   /* killed with SIGKILL when it strikes; 0 */
} ProxyPlan;

typedef struct _FaultProxy FaultProxy;

FaultProxy *fault_proxy_new             (guint16          port);
void        fault_proxy_free            (FaultProxy      *self);
/* Its address, without a slash at the end; and that of another origin, which nobody should ask. */
const char *fault_proxy_get_url         (FaultProxy      *self);
guint       fault_proxy_get_n_elsewhere (FaultProxy      *self);
/* From here on; NULL for clean. The texts must outlive it. */
void        fault_proxy_set_plan        (FaultProxy      *self,
                                         const ProxyPlan *plan);
void        fault_proxy_set_client      (FaultProxy      *self,
                                         GPid             client);
/* How often the plan struck. */
guint       fault_proxy_get_n_struck    (FaultProxy      *self);
/* Waits until the server has nothing under way, what comes late included. */
void        fault_proxy_settle          (FaultProxy      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FaultProxy, fault_proxy_free)

G_END_DECLS
