/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "fault-server.h"

#include <gio/gio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

#define MAX_THREADS 16

struct _FaultServer
{
  GSocketService *service;  /* (owned) */
  GCancellable   *ended;    /* (owned) */
  Fault          *script;   /* (owned) */
  guint           n_faults;
  char           *url;      /* (owned) */
  GMutex          mutex;
  guint           n_connections;
  guint           n_open;   /* connections being served */
  GCond           closed;
  GPtrArray      *requests; /* (owned) of char * */
};

static Fault
next_fault (FaultServer *self)
{
  Fault fault;

  g_mutex_lock (&self->mutex);
  fault = self->script[MIN (self->n_connections, self->n_faults - 1)];
  self->n_connections++;
  self->n_open++;
  g_mutex_unlock (&self->mutex);

  return fault;
}

static gsize
find_content_length (const char *headers)
{
  g_autofree char *folded = g_ascii_strdown (headers, -1);
  const char *line = strstr (folded, "\r\ncontent-length:");

  return line != NULL ? strtoul (line + strlen ("\r\ncontent-length:"), NULL, 10) : 0;
}

/* Reads one request and notes it. FALSE when the client went away first. */
static gboolean
read_request (FaultServer  *self,
              GInputStream *in,
              gboolean      with_body)
{
  g_autoptr(GString) text = g_string_new (NULL);
  const char *end = NULL;
  gsize wanted = G_MAXSIZE;

  while (text->len < wanted)
    {
      char chunk[4096];
      gssize n = g_input_stream_read (in, chunk, sizeof chunk, self->ended, NULL);

      if (n <= 0)
        return FALSE;
      g_string_append_len (text, chunk, n);
      end = strstr (text->str, "\r\n\r\n");
      if (end != NULL && wanted == G_MAXSIZE)
        wanted = with_body ? end + 4 - text->str + find_content_length (text->str) : 0;
    }

  g_mutex_lock (&self->mutex);
  g_ptr_array_add (self->requests, g_strdup (text->str));
  g_mutex_unlock (&self->mutex);

  return TRUE;
}

static void
drip (FaultServer   *self,
      GOutputStream *out,
      const char    *reply,
      gsize          size)
{
  gsize i;

  for (i = 0; i < size; i++)
    {
      if (g_output_stream_write (out, reply + i, 1, self->ended, NULL) != 1)
        return;
      g_usleep (20000);
    }
}

static void
stall (FaultServer *self)
{
  while (!g_cancellable_is_cancelled (self->ended))
    g_usleep (5000);
}

static void
serve (FaultServer       *self,
       GSocketConnection *connection)
{
  GInputStream *in = g_io_stream_get_input_stream (G_IO_STREAM (connection));
  GOutputStream *out = g_io_stream_get_output_stream (G_IO_STREAM (connection));
  Fault fault = next_fault (self);
  gsize size = fault.size != 0 || fault.reply == NULL ? fault.size : strlen (fault.reply);
  struct linger at_once = { 1, 0 };

  if (fault.kind == FAULT_CUT_AT_ONCE ||
      !read_request (self, in, fault.kind != FAULT_CUT_AFTER_HEADERS))
    return;

  switch (fault.kind)
    {
    case FAULT_CUT_AT_ONCE:
    case FAULT_CUT_AFTER_HEADERS:
    case FAULT_CUT_AFTER_REQUEST:
      break;
    case FAULT_STALL:
      stall (self);
      break;
    case FAULT_DRIP:
      drip (self, out, fault.reply, size);
      break;
    case FAULT_CUT_IN_REPLY:
      g_output_stream_write_all (out, fault.reply, size / 2, NULL, self->ended, NULL);
      break;
    case FAULT_RESET_IN_REPLY:
      g_output_stream_write_all (out, fault.reply, size / 2, NULL, self->ended, NULL);
      g_usleep (20000);
      setsockopt (g_socket_get_fd (g_socket_connection_get_socket (connection)), SOL_SOCKET,
                  SO_LINGER, &at_once, sizeof at_once);
      break;
    case FAULT_CUT_WHEN_REUSED:
      g_output_stream_write_all (out, fault.reply, size, NULL, self->ended, NULL);
      read_request (self, in, TRUE);
      break;
    case FAULT_REPLY:
    default:
      g_output_stream_write_all (out, fault.reply, size, NULL, self->ended, NULL);
      break;
    }
}

static gboolean
run_cb (GThreadedSocketService *service,
        GSocketConnection      *connection,
        GObject                *source,
        gpointer                data)
{
  FaultServer *self = data;

  serve (self, connection);
  g_io_stream_close (G_IO_STREAM (connection), NULL, NULL);

  g_mutex_lock (&self->mutex);
  self->n_open--;
  g_cond_signal (&self->closed);
  g_mutex_unlock (&self->mutex);

  return TRUE;
}

FaultServer *
fault_server_new (const Fault *script,
                  guint        n_faults)
{
  FaultServer *self = g_new0 (FaultServer, 1);
  g_autoptr(GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr(GSocketAddress) address = g_inet_socket_address_new (loopback, 0);
  g_autoptr(GSocketAddress) bound = NULL;
  g_autoptr(GError) error = NULL;

  g_mutex_init (&self->mutex);
  g_cond_init (&self->closed);
  self->ended = g_cancellable_new ();
  self->requests = g_ptr_array_new_with_free_func (g_free);
  self->script = g_memdup2 (script, n_faults * sizeof (Fault));
  self->n_faults = n_faults;
  self->service = g_threaded_socket_service_new (MAX_THREADS);
  g_socket_listener_add_address (G_SOCKET_LISTENER (self->service), address, G_SOCKET_TYPE_STREAM,
                                 G_SOCKET_PROTOCOL_TCP, NULL, &bound, &error);
  g_assert_no_error (error);
  self->url = g_strdup_printf ("http://127.0.0.1:%u",
                               g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (bound)));
  g_signal_connect (self->service, "run", G_CALLBACK (run_cb), self);

  return self;
}

void
fault_server_free (FaultServer *self)
{
  g_socket_service_stop (self->service);
  g_socket_listener_close (G_SOCKET_LISTENER (self->service));
  g_cancellable_cancel (self->ended);
  g_mutex_lock (&self->mutex);
  while (self->n_open > 0)
    g_cond_wait (&self->closed, &self->mutex);
  g_mutex_unlock (&self->mutex);

  g_clear_object (&self->service);
  g_clear_object (&self->ended);
  g_clear_pointer (&self->requests, g_ptr_array_unref);
  g_cond_clear (&self->closed);
  g_mutex_clear (&self->mutex);
  g_free (self->script);
  g_free (self->url);
  g_free (self);
}

const char *
fault_server_get_url (FaultServer *self)
{
  return self->url;
}

guint
fault_server_get_n_requests (FaultServer *self)
{
  guint n;

  g_mutex_lock (&self->mutex);
  n = self->requests->len;
  g_mutex_unlock (&self->mutex);

  return n;
}

char *
fault_server_dup_request (FaultServer *self,
                          guint        index)
{
  char *request = NULL;

  g_mutex_lock (&self->mutex);
  if (index < self->requests->len)
    request = g_strdup (self->requests->pdata[index]);
  g_mutex_unlock (&self->mutex);

  return request;
}
