/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the fault proxy knows of HTTP: one message on a socket. */
typedef struct
{
  char       *start;   /* (owned) the first line, without its end */
  GPtrArray  *headers; /* (owned) of char *, whole lines without their ends */
  GByteArray *body;    /* (owned) */
} WireMessage;

int          wire_listen            (guint16       port);
guint16      wire_get_port          (int           fd);
int          wire_connect           (guint16       port);
/* FALSE when the other side is gone. */
gboolean     wire_send              (int           fd,
                                     gconstpointer data,
                                     gsize         size);
/* The headers of the next message; NULL when there is none any more. What was read of the body is in
 * it; wire_read_body() reads the rest. */
WireMessage *wire_read_headers      (int           fd);
gboolean     wire_read_body         (WireMessage  *self,
                                     int           fd,
                                     gboolean      is_reply);
WireMessage *wire_message_new       (guint         status,
                                     const char   *headers,
                                     const char   *body);
WireMessage *wire_message_copy      (WireMessage  *self);
void         wire_message_free      (WireMessage  *self);
const char  *wire_message_get       (WireMessage  *self,
                                     const char   *name);
void         wire_message_drop      (WireMessage  *self,
                                     const char   *name);
void         wire_message_set_status (WireMessage *self,
                                     guint         status);
void         wire_message_prepend   (WireMessage  *self,
                                     gconstpointer data,
                                     gsize         size);
/* As it goes over the wire, its length in it. */
GByteArray  *wire_message_print     (WireMessage  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WireMessage, wire_message_free)

G_END_DECLS
