/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cms"

#include "config.h"

#include "cms/vsl-http.h"

#include "cms/vsl-http-address.h"
#include "cms/vsl-http-failure.h"
#include "core/vsl-json.h"

#include <glib/gi18n.h>
#include <libsoup/soup.h>
#include <string.h>

#define CHUNK_BYTES (64 * 1024)

/* The slowest line on which a picture still is sent: 256 kbit/s. */
#define SLOWEST_BYTES_PER_MS 32

/**
 * VslHttp:
 *
 * The sender: one request, one answer, one truth about what may have happened in between. Owned by
 * the client of one site; main thread.
 *
 * What it does not do, on purpose: follow redirects (a POST would become a GET, credentials would
 * travel), keep cookies or a cache, answer authentication challenges (libsoup 3.2 resends with an
 * empty body then), send anything twice, wait for ever, or read without end.
 */
struct _VslHttp
{
  GObject parent_instance;

  SoupSession *session;       /* (owned) */
  GUri        *origin;        /* (owned) (nullable) the only place that gets the credentials */
  char        *authorization; /* (owned) (nullable) */
  guint        deadline_ms;
};

G_DEFINE_FINAL_TYPE (VslHttp, vsl_http, G_TYPE_OBJECT)

/* One request on its way. The task owns it. */
typedef struct
{
  SoupMessage  *message;      /* (owned) */
  GInputStream *stream;       /* (owned) (nullable) */
  GByteArray   *body;         /* (owned) */
  GCancellable *cancellable;  /* (owned) our own: caller, deadline and guard meet in it */
  GCancellable *caller;       /* (owned) (nullable) */
  gulong        caller_id;
  GSource      *deadline;     /* (owned) */
  VslHttpStop   stop;
  gboolean      begun;
  gboolean      effect;
  VslHttpProgress progress;   /* (nullable) */
  gpointer      progress_data;
  goffset       sent;         /* bytes of the body */
  goffset       length;
} Sending;

static void
leave_caller (Sending *sending)
{
  if (sending->caller_id != 0)
    g_cancellable_disconnect (sending->caller, sending->caller_id);
  sending->caller_id = 0;
}

static void
sending_free (Sending *sending)
{
  leave_caller (sending);
  if (sending->deadline != NULL)
    g_source_destroy (sending->deadline);
  g_clear_pointer (&sending->deadline, g_source_unref);
  g_signal_handlers_disconnect_by_data (sending->message, sending);
  g_clear_object (&sending->stream);
  g_clear_object (&sending->message);
  g_clear_object (&sending->caller);
  g_clear_object (&sending->cancellable);
  g_clear_pointer (&sending->body, g_byte_array_unref);
  g_free (sending);
}

static void
stop (Sending     *sending,
      VslHttpStop  reason)
{
  if (sending->stop == VSL_HTTP_STOP_NONE)
    sending->stop = reason;
  g_cancellable_cancel (sending->cancellable);
}

static gboolean
deadline_passed_cb (gpointer data)
{
  stop (data, VSL_HTTP_STOP_DEADLINE);

  return G_SOURCE_REMOVE;
}

static void
caller_cancelled_cb (GCancellable *caller,
                     gpointer      data)
{
  stop (data, VSL_HTTP_STOP_CALLER);
}

/* From here on bytes may leave. An effect is no longer cancelled: its outcome would be unknown. */
static void
message_starting_cb (SoupMessage *message,
                     gpointer     data)
{
  Sending *sending = data;

  sending->begun = TRUE;
  if (sending->effect)
    leave_caller (sending);
}

/* libsoup 3.2 resends a PUT whose connection dropped, and then without its body. */
static void
message_restarted_cb (SoupMessage *message,
                      gpointer     data)
{
  Sending *sending = data;

  if (sending->effect)
    stop (sending, VSL_HTTP_STOP_RESTARTED);
}

static void
body_data_written_cb (SoupMessage *message,
                      guint        size,
                      gpointer     data)
{
  Sending *sending = data;

  sending->sent += size;
  sending->progress (MIN (sending->sent, sending->length), sending->length,
                     sending->progress_data);
}

static void
return_failure (GTask        *task,
                const GError *cause)
{
  Sending *sending = g_task_get_task_data (task);
  VslHttpFailure failure = { 0 };

  failure.uri = soup_message_get_uri (sending->message);
  failure.stop = sending->stop;
  failure.begun = sending->begun;
  failure.effect = sending->effect;
  failure.certificate = soup_message_get_tls_peer_certificate_errors (sending->message);

  g_debug ("%s %s%s: %s", soup_message_get_method (sending->message),
           g_uri_get_host (failure.uri), g_uri_get_path (failure.uri),
           cause != NULL ? cause->message : "stopped");
  g_task_return_error (task, vsl_http_failure_to_error (&failure, cause));
}

static void
return_reply (GTask *task)
{
  Sending *sending = g_task_get_task_data (task);
  GUri *uri = soup_message_get_uri (sending->message);
  g_autoptr(GBytes) body = NULL;

  body = g_bytes_new (sending->body->data, sending->body->len);
  g_debug ("%s %s%s: %u, %u bytes", soup_message_get_method (sending->message),
           g_uri_get_host (uri), g_uri_get_path (uri),
           soup_message_get_status (sending->message), sending->body->len);
  g_task_return_pointer (task,
                         vsl_http_reply_new (soup_message_get_status (sending->message), uri,
                                             soup_message_get_response_headers (sending->message),
                                             body, sending->effect),
                         (GDestroyNotify) vsl_http_reply_free);
}

/* With “Connection: close”, libsoup 3.2 takes whatever came before the end for the whole body, also
 * when the server announced more. */
static gboolean
is_cut_short (Sending *sending)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (sending->message);

  if (g_strcmp0 (soup_message_get_method (sending->message), "HEAD") == 0 ||
      soup_message_headers_get_encoding (headers) != SOUP_ENCODING_CONTENT_LENGTH ||
      soup_message_headers_get_one (headers, "Content-Encoding") != NULL)
    return FALSE;

  return (goffset) sending->body->len < soup_message_headers_get_content_length (headers);
}

static void
chunk_read_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) chunk = NULL;
  Sending *sending = g_task_get_task_data (task);
  gsize size;

  chunk = g_input_stream_read_bytes_finish (G_INPUT_STREAM (object), result, &error);
  if (chunk == NULL)
    {
      return_failure (task, error);
      return;
    }

  size = g_bytes_get_size (chunk);
  if (size == 0)
    {
      if (is_cut_short (sending))
        return_failure (task, NULL);
      else
        return_reply (task);
      return;
    }
  if (sending->body->len + size > VSL_JSON_MAX_BYTES)
    {
      stop (sending, VSL_HTTP_STOP_TOO_LARGE);
      return_failure (task, NULL);
      return;
    }

  g_byte_array_append (sending->body, g_bytes_get_data (chunk, NULL), size);
  g_input_stream_read_bytes_async (sending->stream, CHUNK_BYTES, G_PRIORITY_DEFAULT,
                                   sending->cancellable, chunk_read_cb, g_steal_pointer (&task));
}

static void
headers_read_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  Sending *sending = g_task_get_task_data (task);

  sending->stream = soup_session_send_finish (SOUP_SESSION (object), result, &error);
  if (sending->stream == NULL)
    {
      return_failure (task, error);
      return;
    }

  g_input_stream_read_bytes_async (sending->stream, CHUNK_BYTES, G_PRIORITY_DEFAULT,
                                   sending->cancellable, chunk_read_cb, g_steal_pointer (&task));
}

static SoupMessage *
build_message (VslHttp        *self,
               VslHttpRequest *request)
{
  SoupMessage *message = soup_message_new_from_uri (request->method, request->uri);
  SoupMessageHeaders *headers = soup_message_get_request_headers (message);
  guint i;

  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT | SOUP_MESSAGE_DO_NOT_USE_AUTH_CACHE);
  /* In libsoup this flag only lets a POST use an open connection; what is sent again after a
   * dropped connection is decided by the method, so a POST never is. */
  if (request->flags & VSL_HTTP_REUSE)
    soup_message_add_flags (message, SOUP_MESSAGE_IDEMPOTENT);

  if (request->body != NULL)
    soup_message_set_request_body_from_bytes (message, request->content_type, request->body);
  else if (request->stream != NULL)
    soup_message_set_request_body (message, request->content_type, request->stream,
                                   request->length);
  for (i = 0; i + 1 < request->headers->len; i += 2)
    soup_message_headers_replace (headers, request->headers->pdata[i],
                                  request->headers->pdata[i + 1]);

  if (self->authorization != NULL && self->origin != NULL &&
      (request->flags & VSL_HTTP_ANONYMOUS) == 0 &&
      vsl_http_address_is_same_origin (self->origin, request->uri))
    soup_message_headers_replace (headers, "Authorization", self->authorization);

  return message;
}

static GSource *
start_deadline (VslHttp *self,
                Sending *sending)
{
  /* A large body gets the time that a slow line needs for it. */
  guint extra_ms = (guint) (sending->length / SLOWEST_BYTES_PER_MS);
  GSource *source = g_timeout_source_new (self->deadline_ms + extra_ms);

  g_source_set_callback (source, deadline_passed_cb, sending, NULL);
  g_source_attach (source, g_main_context_get_thread_default ());

  return source;
}

static void
vsl_http_finalize (GObject *object)
{
  VslHttp *self = VSL_HTTP (object);

  soup_session_abort (self->session);
  g_clear_object (&self->session);
  g_clear_pointer (&self->origin, g_uri_unref);
  if (self->authorization != NULL)
    explicit_bzero (self->authorization, strlen (self->authorization));
  g_clear_pointer (&self->authorization, g_free);

  G_OBJECT_CLASS (vsl_http_parent_class)->finalize (object);
}

static void
vsl_http_class_init (VslHttpClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vsl_http_finalize;
}

static void
vsl_http_init (VslHttp *self)
{
  self->session = soup_session_new_with_options ("user-agent", "Verslag/" VERSION,
                                                 "max-conns-per-host", 2,
                                                 "idle-timeout", 15,
                                                 "timeout", 0,
                                                 NULL);
  soup_session_remove_feature_by_type (self->session, SOUP_TYPE_AUTH_MANAGER);
}

/**
 * vsl_http_new:
 * @deadline_ms: milliseconds that a request may take in all; %VSL_HTTP_DEADLINE_MS in the product
 * @authorities: (nullable): who may vouch for certificates; %NULL for the system's
 *
 * Returns: (transfer full): a sender without credentials
 */
VslHttp *
vsl_http_new (guint         deadline_ms,
              GTlsDatabase *authorities)
{
  VslHttp *self = g_object_new (VSL_TYPE_HTTP, NULL);

  self->deadline_ms = deadline_ms;
  if (authorities != NULL)
    soup_session_set_tls_database (self->session, authorities);

  return self;
}

/**
 * vsl_http_set_credentials:
 * @self: a sender
 * @origin: (nullable): the address whose scheme, host and port get the credentials
 * @authorization: (nullable): the value of the `Authorization` header
 *
 * Pins the credentials to one origin. They are sent with every request there that is not anonymous,
 * without waiting to be asked for, and with no other request.
 */
void
vsl_http_set_credentials (VslHttp    *self,
                          GUri       *origin,
                          const char *authorization)
{
  g_return_if_fail (VSL_IS_HTTP (self));

  if (origin != NULL)
    g_uri_ref (origin);
  g_clear_pointer (&self->origin, g_uri_unref);
  self->origin = origin;

  if (self->authorization != NULL)
    explicit_bzero (self->authorization, strlen (self->authorization));
  g_free (self->authorization);
  self->authorization = g_strdup (authorization);
}

/**
 * vsl_http_send_async:
 * @self: a sender
 * @request: what to send; may be freed at once
 * @cancellable: (nullable): stops a reading request at any time, one with an effect only before its
 *   first byte
 * @callback: called on the caller's main context
 * @user_data: for @callback
 *
 * Sends @request exactly once and reads the answer, whatever its status, up to %VSL_JSON_MAX_BYTES.
 */
void
vsl_http_send_async (VslHttp             *self,
                     VslHttpRequest      *request,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  Sending *sending;

  g_return_if_fail (VSL_IS_HTTP (self) && request != NULL);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, vsl_http_send_async);

  if (!vsl_http_address_is_loopback (request->uri) &&
      g_strcmp0 (g_uri_get_scheme (request->uri), "https") != 0)
    {
      g_task_return_new_error (task, VSL_CMS_ERROR, VSL_CMS_ERROR_ADDRESS, "%s",
                               _("With “http://” anybody on the way could read the password. Use "
                                 "the site’s address that begins with “https://”."));
      return;
    }

  sending = g_new0 (Sending, 1);
  sending->message = build_message (self, request);
  sending->body = g_byte_array_new ();
  sending->cancellable = g_cancellable_new ();
  sending->effect = (request->flags & VSL_HTTP_EFFECT) != 0;
  sending->length = request->stream != NULL ? request->length : 0;
  sending->deadline = start_deadline (self, sending);
  g_task_set_task_data (task, sending, (GDestroyNotify) sending_free);

  g_signal_connect (sending->message, "starting", G_CALLBACK (message_starting_cb), sending);
  g_signal_connect (sending->message, "restarted", G_CALLBACK (message_restarted_cb), sending);
  if (request->progress != NULL)
    {
      sending->progress = request->progress;
      sending->progress_data = request->progress_data;
      g_signal_connect (sending->message, "wrote-body-data",
                        G_CALLBACK (body_data_written_cb), sending);
    }
  if (cancellable != NULL)
    {
      sending->caller = g_object_ref (cancellable);
      sending->caller_id = g_cancellable_connect (cancellable, G_CALLBACK (caller_cancelled_cb),
                                                  sending, NULL);
    }

  soup_session_send_async (self->session, sending->message, G_PRIORITY_DEFAULT,
                           sending->cancellable, headers_read_cb, g_steal_pointer (&task));
}

/**
 * vsl_http_send_finish:
 * @self: a sender
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full): the answer, or %NULL with a #VslCmsError or %G_IO_ERROR_CANCELLED when
 *   there is none
 */
VslHttpReply *
vsl_http_send_finish (VslHttp       *self,
                      GAsyncResult  *result,
                      GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, vsl_http_send_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
