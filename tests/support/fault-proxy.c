/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define _GNU_SOURCE

#include "fault-proxy.h"

#include "fault-spoil.h"
#include "fault-wire.h"

#include <gio/gio.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

struct _FaultProxy
{
  guint16     upstream;
  guint16     port;
  int         listener;     /* -1: refuses */
  int         elsewhere;    /* another origin */
  int         wake;
  char       *url;          /* (owned) */
  char       *elsewhere_url; /* (owned) */
  GThread    *thread;       /* (owned) that accepts */
  GMutex      mutex;        /* of all below, and of listener */
  GCond       changed;
  ProxyPlan   plan;
  guint       plan_number;  /* what stalls for an older plan ends */
  guint       n_seen;
  guint       n_struck;
  guint       n_elsewhere;
  guint       n_busy;       /* requests that the server has, or gets late */
  gint64      lag_until;
  GHashTable *seen;         /* (owned) target → WireMessage, the last good answer to a question */
  GHashTable *open;         /* (owned) set of descriptors */
  guint       n_threads;
  gboolean    ended;
};

typedef struct
{
  FaultProxy *proxy; /* (unowned) */
  int         fd;
} Connection;

/* One request on its way. */
typedef struct
{
  FaultProxy  *proxy;   /* (unowned) */
  int          fd;      /* of the client */
  WireMessage *request; /* (owned) */
  ProxyPlan    plan;    /* CLEAN when this one is let through */
  guint        plan_number;
} Exchange;

static gboolean
is_write (WireMessage *request)
{
  return !g_str_has_prefix (request->start, "GET ") && !g_str_has_prefix (request->start, "HEAD ");
}

static gboolean
matches (const ProxyPlan *plan,
         WireMessage     *request)
{
  return plan->aim == PROXY_ANY || (plan->aim == PROXY_WRITES) == is_write (request);
}

/* Whether the plan strikes at this request. */
static void
look_at_plan (Exchange *self)
{
  FaultProxy *proxy = self->proxy;
  ProxyPlan *plan = &proxy->plan;
  gboolean goes_on;

  self->plan = (ProxyPlan) { PROXY_CLEAN };
  g_mutex_lock (&proxy->mutex);
  self->plan_number = proxy->plan_number;
  goes_on = proxy->n_struck > 0 && proxy->n_struck < MAX (plan->times, 1);
  if (plan->fault != PROXY_CLEAN && (goes_on || (matches (plan, self->request) &&
                                                 ++proxy->n_seen == plan->nth)))
    {
      proxy->n_struck++;
      self->plan = *plan;
    }
  else if (proxy->n_struck > 0 && (plan->fault == PROXY_LAG || plan->fault == PROXY_LAG_AND_CUT))
    {
      self->plan.fault = PROXY_LAG;
      self->plan.delay_ms = plan->delay_ms;
    }
  g_mutex_unlock (&proxy->mutex);
}

static void
add_busy (FaultProxy *self,
          int         n)
{
  g_mutex_lock (&self->mutex);
  self->n_busy += n;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);
}

/* Asks the real server. An older version of HTTP keeps its answer in one piece. */
static WireMessage *
ask_server (FaultProxy  *self,
            WireMessage *request)
{
  g_autoptr(WireMessage) sent = wire_message_copy (request);
  g_autoptr(WireMessage) reply = NULL;
  g_autoptr(GByteArray) bytes = NULL;
  char *version = strrchr (sent->start, ' ');
  int fd = wire_connect (self->upstream);

  if (fd < 0)
    return NULL;
  if (version != NULL)
    strcpy (version, " HTTP/1.0");
  wire_message_drop (sent, "Connection");
  wire_message_drop (sent, "Accept-Encoding");
  wire_message_drop (sent, "Host");
  g_ptr_array_add (sent->headers, g_strdup_printf ("Host: 127.0.0.1:%u", self->upstream));
  bytes = wire_message_print (sent);
  if (wire_send (fd, bytes->data, bytes->len))
    reply = wire_read_headers (fd);
  if (reply != NULL)
    {
      wire_read_body (reply, fd, TRUE);
      wire_message_set_status (reply, (guint) strtoul (reply->start + strcspn (reply->start, " "),
                                                       NULL, 10));
      wire_message_drop (reply, "Connection");
      wire_message_drop (reply, "Transfer-Encoding");
      if (!g_str_has_prefix (request->start, "HEAD "))
        wire_message_drop (reply, "Content-Length");
    }
  close (fd);

  return g_steal_pointer (&reply);
}

static char *
dup_target (WireMessage *request)
{
  const char *from = request->start + strcspn (request->start, " ");

  return g_strndup (from + 1, strcspn (from + 1, " "));
}

/* As a copy of the database that has not heard of the last write. */
static WireMessage *
recall (FaultProxy  *self,
        WireMessage *request)
{
  g_autofree char *target = dup_target (request);
  WireMessage *found = NULL;

  g_mutex_lock (&self->mutex);
  if (!is_write (request) && g_get_monotonic_time () < self->lag_until)
    {
      WireMessage *kept = g_hash_table_lookup (self->seen, target);

      if (kept != NULL)
        found = wire_message_copy (kept);
      else
        found = fault_spoil_forget (target);
    }
  g_mutex_unlock (&self->mutex);

  return found;
}

/* Passes it on, and keeps what a copy of the database would still say. */
static WireMessage *
pass_on (Exchange *self)
{
  FaultProxy *proxy = self->proxy;
  gboolean lags = self->plan.fault == PROXY_LAG || self->plan.fault == PROXY_LAG_AND_CUT;
  WireMessage *reply;

  reply = lags ? recall (proxy, self->request) : NULL;
  if (reply != NULL)
    return reply;

  add_busy (proxy, 1);
  reply = ask_server (proxy, self->request);
  g_mutex_lock (&proxy->mutex);
  if (is_write (self->request) && lags)
    proxy->lag_until = g_get_monotonic_time () + self->plan.delay_ms * G_TIME_SPAN_MILLISECOND;
  else if (!is_write (self->request) && reply != NULL && strstr (reply->start, " 200 ") != NULL)
    g_hash_table_replace (proxy->seen, dup_target (self->request), wire_message_copy (reply));
  g_mutex_unlock (&proxy->mutex);
  add_busy (proxy, -1);

  return reply;
}

static gboolean
send_reply (Exchange    *self,
            WireMessage *reply,
            double       part)
{
  g_autoptr(GByteArray) bytes = wire_message_print (reply);

  return wire_send (self->fd, bytes->data, (gsize) (part * bytes->len)) && part == 1.0;
}

/* Whether this connection, or the plan that it belongs to, is over. */
static gboolean
is_over (Exchange *self,
         int       ms)
{
  struct pollfd look = { .fd = self->fd, .events = POLLRDHUP };
  gboolean over;

  poll (&look, 1, ms);
  g_mutex_lock (&self->proxy->mutex);
  over = self->proxy->ended || self->proxy->plan_number != self->plan_number || look.revents != 0;
  g_mutex_unlock (&self->proxy->mutex);

  return over;
}

static void
drip (Exchange    *self,
      WireMessage *reply)
{
  g_autoptr(GByteArray) bytes = wire_message_print (reply);
  guint i;

  for (i = 0; i < bytes->len && !is_over (self, 20); i++)
    if (!wire_send (self->fd, bytes->data + i, 1))
      return;
}

static void
send_late (Exchange *self)
{
  g_autoptr(WireMessage) reply = NULL;

  add_busy (self->proxy, 1);
  shutdown (self->fd, SHUT_RDWR);
  g_usleep (self->plan.delay_ms * 1000UL);
  reply = ask_server (self->proxy, self->request);
  add_busy (self->proxy, -1);
}

static WireMessage *
make_answer (Exchange *self)
{
  const char *marked = self->plan.headers != NULL ? self->plan.headers : "Content-Type: text/html";
  g_auto(GStrv) parts = g_strsplit (marked, "%s", 2);
  g_autofree char *headers = g_strjoinv (self->proxy->elsewhere_url, parts);

  return wire_message_new (self->plan.status, headers, self->plan.body != NULL ? self->plan.body : "");
}

static void
stop_listening (FaultProxy *self)
{
  guint64 one = 1;

  g_mutex_lock (&self->mutex);
  if (self->listener >= 0)
    close (self->listener);
  self->listener = -1;
  g_mutex_unlock (&self->mutex);
  g_assert_cmpint (write (self->wake, &one, sizeof one), ==, sizeof one);
}

static void
kill_client (Exchange *self)
{
  if (self->plan.client != 0)
    kill (self->plan.client, SIGKILL);
}

/* What needs the answer of the server. TRUE while the connection is good for more. */
static gboolean
misbehave_after_effect (Exchange    *self,
                        WireMessage *reply)
{
  g_autoptr(WireMessage) next = NULL;

  switch ((int) self->plan.fault)
    {
    case PROXY_REFUSE:
      g_ptr_array_add (reply->headers, g_strdup ("Connection: close"));
      stop_listening (self->proxy);
      send_reply (self, reply, 1.0);
      return FALSE;
    case PROXY_CUT_AFTER_EFFECT:
    case PROXY_LAG_AND_CUT:
      return FALSE;
    case PROXY_CUT_IN_REPLY:
      send_reply (self, reply, 0.5);
      return FALSE;
    case PROXY_CUT_WHEN_REUSED:
      send_reply (self, reply, 1.0);
      next = wire_read_headers (self->fd);
      return FALSE;
    case PROXY_DRIP:
      drip (self, reply);
      return FALSE;
    case PROXY_LAG:
      break;
    default:
      fault_spoil (reply, &self->plan);
      break;
    }

  return send_reply (self, reply, 1.0);
}

static gboolean
misbehave (Exchange *self)
{
  g_autoptr(WireMessage) reply = NULL;

  if (self->plan.fault == PROXY_LATE)
    {
      kill_client (self);
      send_late (self);
      return FALSE;
    }
  if (self->plan.fault == PROXY_STALL || self->plan.fault == PROXY_ANSWER)
    {
      if (self->plan.effect)
        reply = pass_on (self);
      g_clear_pointer (&reply, wire_message_free);
      kill_client (self);
      while (self->plan.fault == PROXY_STALL && !is_over (self, 20))
        continue;
      if (self->plan.fault == PROXY_STALL)
        return FALSE;
      reply = make_answer (self);
      return send_reply (self, reply, 1.0);
    }

  reply = pass_on (self);
  if (reply == NULL)
    return FALSE;
  if (self->plan.fault == PROXY_CUT_IN_REPLY && self->plan.client != 0)
    send_reply (self, reply, 0.5);
  kill_client (self);

  return misbehave_after_effect (self, reply);
}

/* Serves one request. TRUE while the connection is good for more. */
static gboolean
serve (Exchange *self)
{
  g_autoptr(WireMessage) reply = NULL;
  ProxyFault fault;

  look_at_plan (self);
  fault = self->plan.fault;
  if (fault == PROXY_CUT_AFTER_HEADERS)
    {
      kill_client (self);
      return FALSE;
    }
  if (!wire_read_body (self->request, self->fd, FALSE))
    return FALSE;
  if (fault == PROXY_CUT_AFTER_BODY)
    {
      kill_client (self);
      return FALSE;
    }
  if (fault != PROXY_CLEAN)
    return misbehave (self);

  reply = pass_on (self);

  return reply != NULL && send_reply (self, reply, 1.0);
}

static gpointer
serve_thread (gpointer data)
{
  g_autofree Connection *connection = data;
  FaultProxy *self = connection->proxy;
  Exchange exchange = { self, connection->fd };
  gboolean good = TRUE;

  while (good && (exchange.request = wire_read_headers (connection->fd)) != NULL)
    {
      good = serve (&exchange);
      wire_message_free (exchange.request);
    }

  g_mutex_lock (&self->mutex);
  g_hash_table_remove (self->open, GINT_TO_POINTER (connection->fd));
  close (connection->fd);
  self->n_threads--;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);

  return NULL;
}

static void
take_connection (FaultProxy *self,
                 int         fd)
{
  Connection *connection = g_new0 (Connection, 1);

  connection->proxy = self;
  connection->fd = fd;
  g_mutex_lock (&self->mutex);
  g_hash_table_add (self->open, GINT_TO_POINTER (fd));
  self->n_threads++;
  g_mutex_unlock (&self->mutex);
  g_thread_unref (g_thread_new ("proxy", serve_thread, connection));
}

static void
accept_one (FaultProxy *self,
            short       heard,
            short       heard_elsewhere)
{
  int fd;

  if (heard != 0)
    {
      g_mutex_lock (&self->mutex);
      fd = self->listener >= 0 ? accept4 (self->listener, NULL, NULL, SOCK_CLOEXEC) : -1;
      g_mutex_unlock (&self->mutex);
      if (fd >= 0)
        take_connection (self, fd);
    }
  if (heard_elsewhere != 0)
    {
      g_mutex_lock (&self->mutex);
      self->n_elsewhere++;
      g_mutex_unlock (&self->mutex);
      fd = accept4 (self->elsewhere, NULL, NULL, SOCK_CLOEXEC);
      if (fd >= 0)
        close (fd);
    }
}

static gpointer
accept_thread (gpointer data)
{
  FaultProxy *self = data;
  gboolean ended = FALSE;

  while (!ended)
    {
      struct pollfd look[3] = { { self->wake, POLLIN, 0 }, { self->elsewhere, POLLIN, 0 }, { 0, POLLIN, 0 } };
      guint64 woken;

      g_mutex_lock (&self->mutex);
      look[2].fd = self->listener;
      ended = self->ended;
      g_mutex_unlock (&self->mutex);
      if (ended || poll (look, 3, -1) < 0)
        continue;
      if (look[0].revents != 0 && read (self->wake, &woken, sizeof woken) < 0)
        continue;
      accept_one (self, look[2].revents, look[1].revents);
    }

  return NULL;
}

FaultProxy *
fault_proxy_new (guint16 port)
{
  FaultProxy *self = g_new0 (FaultProxy, 1);

  g_mutex_init (&self->mutex);
  g_cond_init (&self->changed);
  self->upstream = port;
  self->open = g_hash_table_new (NULL, NULL);
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                      (GDestroyNotify) wire_message_free);
  self->wake = eventfd (0, EFD_CLOEXEC);
  self->listener = wire_listen (0);
  self->port = wire_get_port (self->listener);
  self->elsewhere = wire_listen (0);
  self->url = g_strdup_printf ("http://127.0.0.1:%u", self->port);
  self->elsewhere_url = g_strdup_printf ("http://127.0.0.1:%u", wire_get_port (self->elsewhere));
  self->thread = g_thread_new ("proxy-accept", accept_thread, self);

  return self;
}

void
fault_proxy_free (FaultProxy *self)
{
  GHashTableIter iter;
  gpointer fd;

  g_mutex_lock (&self->mutex);
  self->ended = TRUE;
  g_hash_table_iter_init (&iter, self->open);
  while (g_hash_table_iter_next (&iter, &fd, NULL))
    shutdown (GPOINTER_TO_INT (fd), SHUT_RDWR);
  g_mutex_unlock (&self->mutex);
  stop_listening (self);
  g_thread_join (self->thread);
  g_mutex_lock (&self->mutex);
  while (self->n_threads > 0)
    g_cond_wait (&self->changed, &self->mutex);
  g_mutex_unlock (&self->mutex);

  close (self->elsewhere);
  close (self->wake);
  g_hash_table_unref (self->open);
  g_hash_table_unref (self->seen);
  g_free (self->url);
  g_free (self->elsewhere_url);
  g_cond_clear (&self->changed);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

const char *
fault_proxy_get_url (FaultProxy *self)
{
  return self->url;
}

guint
fault_proxy_get_n_elsewhere (FaultProxy *self)
{
  guint n;

  g_mutex_lock (&self->mutex);
  n = self->n_elsewhere;
  g_mutex_unlock (&self->mutex);

  return n;
}

void
fault_proxy_set_plan (FaultProxy      *self,
                      const ProxyPlan *plan)
{
  guint64 one = 1;
  gboolean refuses = plan != NULL && plan->fault == PROXY_REFUSE && plan->nth == 0;

  g_mutex_lock (&self->mutex);
  self->plan = plan != NULL ? *plan : (ProxyPlan) { PROXY_CLEAN };
  self->plan_number++;
  self->n_seen = 0;
  self->n_struck = refuses ? 1 : 0;
  self->lag_until = 0;
  if (self->listener < 0)
    self->listener = wire_listen (self->port);
  g_mutex_unlock (&self->mutex);
  g_assert_cmpint (write (self->wake, &one, sizeof one), ==, sizeof one);
  if (refuses)
    stop_listening (self);
}

void
fault_proxy_set_client (FaultProxy *self,
                        GPid        client)
{
  g_mutex_lock (&self->mutex);
  self->plan.client = client;
  g_mutex_unlock (&self->mutex);
}

guint
fault_proxy_get_n_struck (FaultProxy *self)
{
  guint n;

  g_mutex_lock (&self->mutex);
  n = self->n_struck;
  g_mutex_unlock (&self->mutex);

  return n;
}

void
fault_proxy_settle (FaultProxy *self)
{
  g_mutex_lock (&self->mutex);
  while (self->n_busy > 0)
    g_cond_wait (&self->changed, &self->mutex);
  g_mutex_unlock (&self->mutex);
}
