/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cms"

#include "config.h"

#include "cms/vsl-loopback.h"

#include "cms/vsl-cms-error.h"

#include <glib/gi18n.h>
#include <string.h>
#include <sys/random.h>

#define MAX_REQUEST 16384

/**
 * VslLoopback:
 *
 * An address on this computer where a browser brings one answer. The port is any free one, and the
 * path a secret of ours: what another page on this computer sends, or comes twice, is turned away.
 * Main thread; nothing listens any more once the answer is there, the time is over, or the object
 * goes.
 */
struct _VslLoopback
{
  GObject parent_instance;

  GSocketService *service; /* (owned) */
  char           *path;    /* (owned) with its slash */
  char           *url;     /* (owned) */
  char           *page;    /* (owned) what the browser shows then */
  GTask          *task;    /* (owned) (nullable) who waits */
  guint           timer;
  GCancellable   *cancellable; /* (owned) (nullable) */
  gulong          cancelled_id;
};

G_DEFINE_FINAL_TYPE (VslLoopback, vsl_loopback, G_TYPE_OBJECT)

/* One browser on its way in. */
typedef struct
{
  VslLoopback       *self;       /* (owned) */
  GSocketConnection *connection; /* (owned) */
  GString           *request;    /* (owned) */
  char               chunk[2048];
} Visit;

static void
visit_free (Visit *visit)
{
  g_object_unref (visit->self);
  g_object_unref (visit->connection);
  explicit_bzero (visit->request->str, visit->request->len);
  g_string_free (visit->request, TRUE);
  explicit_bzero (visit->chunk, sizeof visit->chunk);
  g_free (visit);
}

static GTask *
stop (VslLoopback *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->cancelled_id != 0)
    g_signal_handler_disconnect (self->cancellable, self->cancelled_id);
  self->cancelled_id = 0;
  g_clear_object (&self->cancellable);
  g_socket_service_stop (self->service);
  g_socket_listener_close (G_SOCKET_LISTENER (self->service));

  return g_steal_pointer (&self->task);
}

/* What stands behind our path in the first line of the request; NULL when it is not for us. */
static char *
read_query (VslLoopback *self,
            const char  *request)
{
  const char *at = request;
  gsize size = strlen (self->path);

  if (!g_str_has_prefix (at, "GET "))
    return NULL;
  at += strlen ("GET ");
  if (strncmp (at, self->path, size) != 0 || (at[size] != '?' && at[size] != ' '))
    return NULL;
  at += size;

  return *at == '?' ? g_strndup (at + 1, strcspn (at + 1, " \r\n")) : g_strdup ("");
}

static void
answered_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  Visit *visit = user_data;

  g_output_stream_write_all_finish (G_OUTPUT_STREAM (object), result, NULL, NULL);
  g_io_stream_close (G_IO_STREAM (visit->connection), NULL, NULL);
  visit_free (visit);
}

static void
answer (Visit      *visit,
        const char *status,
        const char *page)
{
  g_autofree char *reply = g_strdup_printf ("HTTP/1.1 %s\r\nContent-Type: text/html; charset=utf-8\r\n"
                                            "Content-Length: %zu\r\nCache-Control: no-store\r\n"
                                            "Referrer-Policy: no-referrer\r\nConnection: close\r\n\r\n%s",
                                            status, strlen (page), page);
  GOutputStream *out = g_io_stream_get_output_stream (G_IO_STREAM (visit->connection));

  /* Lives as long as the connection does. */
  g_string_assign (visit->request, reply);
  g_output_stream_write_all_async (out, visit->request->str, visit->request->len, G_PRIORITY_DEFAULT,
                                   NULL, answered_cb, visit);
}

static void
judge (Visit *visit)
{
  VslLoopback *self = visit->self;
  char *query = self->task != NULL ? read_query (self, visit->request->str) : NULL;
  g_autoptr(GTask) task = NULL;

  explicit_bzero (visit->request->str, visit->request->len);
  if (query == NULL)
    {
      answer (visit, "404 Not Found", "");
      return;
    }

  task = stop (self);
  g_task_return_pointer (task, query, g_free);
  answer (visit, "200 OK", self->page);
}

static void
chunk_read_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  Visit *visit = user_data;
  gssize n = g_input_stream_read_finish (G_INPUT_STREAM (object), result, NULL);

  if (n <= 0 || visit->request->len + n > MAX_REQUEST)
    {
      visit_free (visit);
      return;
    }

  g_string_append_len (visit->request, visit->chunk, n);
  if (strstr (visit->request->str, "\r\n\r\n") != NULL)
    judge (visit);
  else
    g_input_stream_read_async (G_INPUT_STREAM (object), visit->chunk, sizeof visit->chunk,
                               G_PRIORITY_DEFAULT, NULL, chunk_read_cb, visit);
}

static gboolean
incoming_cb (GSocketService    *service,
             GSocketConnection *connection,
             GObject           *source,
             gpointer           user_data)
{
  Visit *visit = g_new0 (Visit, 1);

  visit->self = g_object_ref (user_data);
  visit->connection = g_object_ref (connection);
  visit->request = g_string_new (NULL);
  /* A program that connects and is silent does not keep us. */
  g_socket_set_timeout (g_socket_connection_get_socket (connection), 10);
  g_input_stream_read_async (g_io_stream_get_input_stream (G_IO_STREAM (connection)), visit->chunk,
                             sizeof visit->chunk, G_PRIORITY_DEFAULT, NULL, chunk_read_cb, visit);

  return TRUE;
}

static gboolean
time_over_cb (gpointer user_data)
{
  VslLoopback *self = user_data;
  g_autoptr(GTask) task = NULL;

  self->timer = 0;
  task = stop (self);
  g_task_return_new_error (task, VSL_CMS_ERROR, VSL_CMS_ERROR_AUTH, "%s",
                           _("The browser brought no answer in time. Try again, or make an "
                             "application password on the site and paste it."));

  return G_SOURCE_REMOVE;
}

static gboolean
cancel_cb (gpointer user_data)
{
  VslLoopback *self = user_data;
  g_autoptr(GTask) task = self->task != NULL ? stop (self) : NULL;

  if (task != NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s", _("Cancelled."));

  return G_SOURCE_REMOVE;
}

/* A handler of a cancellable may not disconnect itself. */
static void
cancelled_cb (GCancellable *cancellable,
              gpointer      user_data)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, cancel_cb, g_object_ref (user_data), g_object_unref);
}

static void
vsl_loopback_dispose (GObject *object)
{
  VslLoopback *self = VSL_LOOPBACK (object);

  if (self->service != NULL)
    {
      g_autoptr(GTask) task = stop (self);

      g_signal_handlers_disconnect_by_data (self->service, self);
    }
  g_clear_object (&self->service);

  G_OBJECT_CLASS (vsl_loopback_parent_class)->dispose (object);
}

static void
vsl_loopback_finalize (GObject *object)
{
  VslLoopback *self = VSL_LOOPBACK (object);

  g_free (self->path);
  g_free (self->url);
  g_free (self->page);

  G_OBJECT_CLASS (vsl_loopback_parent_class)->finalize (object);
}

static void
vsl_loopback_class_init (VslLoopbackClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vsl_loopback_dispose;
  G_OBJECT_CLASS (klass)->finalize = vsl_loopback_finalize;
}

static void
vsl_loopback_init (VslLoopback *self)
{
}

static char *
make_path (GError **error)
{
  guchar secret[16];
  GString *path = g_string_new ("/");
  guint i;

  if (getrandom (secret, sizeof secret, 0) != sizeof secret)
    {
      g_set_error_literal (error, VSL_CMS_ERROR, VSL_CMS_ERROR_FAILED,
                           _("The computer gives no random numbers."));
      g_string_free (path, TRUE);
      return NULL;
    }
  for (i = 0; i < sizeof secret; i++)
    g_string_append_printf (path, "%02x", secret[i]);

  return g_string_free (path, FALSE);
}

/**
 * vsl_loopback_new:
 * @page: a page of HTML that the browser shows when it has brought its answer
 * @error: return location for an error
 *
 * Returns: (transfer full): an address that listens already, or %NULL with a #VslCmsError
 */
VslLoopback *
vsl_loopback_new (const char  *page,
                  GError     **error)
{
  g_autoptr(VslLoopback) self = g_object_new (VSL_TYPE_LOOPBACK, NULL);
  g_autoptr(GInetAddress) host = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr(GSocketAddress) wanted = g_inet_socket_address_new (host, 0);
  g_autoptr(GSocketAddress) found = NULL;
  g_autoptr(GError) cause = NULL;

  g_return_val_if_fail (page != NULL, NULL);

  self->page = g_strdup (page);
  self->path = make_path (error);
  if (self->path == NULL)
    return NULL;

  self->service = g_socket_service_new ();
  if (!g_socket_listener_add_address (G_SOCKET_LISTENER (self->service), wanted, G_SOCKET_TYPE_STREAM,
                                      G_SOCKET_PROTOCOL_TCP, NULL, &found, &cause))
    {
      g_set_error (error, VSL_CMS_ERROR, VSL_CMS_ERROR_FAILED,
                   _("This computer does not let Verslag wait for the browser: %s"), cause->message);
      return NULL;
    }
  self->url = g_strdup_printf ("http://127.0.0.1:%u%s",
                               g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (found)),
                               self->path);
  g_signal_connect (self->service, "incoming", G_CALLBACK (incoming_cb), self);
  g_socket_service_start (self->service);

  return g_steal_pointer (&self);
}

/**
 * vsl_loopback_get_url:
 * @self: the address
 *
 * Returns: (transfer none): it, to be followed by `?` and the answer
 */
const char *
vsl_loopback_get_url (VslLoopback *self)
{
  g_return_val_if_fail (VSL_IS_LOOPBACK (self), NULL);

  return self->url;
}

/**
 * vsl_loopback_wait_async:
 * @self: the address; waited for once
 * @seconds: how long
 * @cancellable: (nullable): stops it
 * @callback: called when the answer is there, or will not come
 * @user_data: for @callback
 */
void
vsl_loopback_wait_async (VslLoopback         *self,
                         guint                seconds,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_return_if_fail (VSL_IS_LOOPBACK (self) && self->task == NULL);

  /* What the browser brought is there, also when somebody cancelled a moment later. */
  self->task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (self->task, vsl_loopback_wait_async);
  self->timer = g_timeout_add_seconds (seconds, time_over_cb, self);
  if (cancellable != NULL)
    {
      self->cancellable = g_object_ref (cancellable);
      self->cancelled_id = g_signal_connect (cancellable, "cancelled", G_CALLBACK (cancelled_cb), self);
      if (g_cancellable_is_cancelled (cancellable))
        cancelled_cb (cancellable, self);
    }
}

/**
 * vsl_loopback_wait_finish:
 * @self: the address
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full): the query of what the browser brought, still escaped; it may hold a secret.
 *   %NULL with %VSL_CMS_ERROR_AUTH when the time is over
 */
char *
vsl_loopback_wait_finish (VslLoopback   *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, vsl_loopback_wait_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
