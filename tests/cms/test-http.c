/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "cms/vsl-cms-error.h"
#include "cms/vsl-http.h"
#include "cms/vsl-http-failure.h"
#include "cms-await.h"
#include "fault-server.h"

#include <glib/gstdio.h>
#include <string.h>

#define DEADLINE_MS 400
#define SECRET "Basic Z2VoZWltOmthbmFyaWU="
#define OK "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 11\r\n" \
           "Connection: close\r\n\r\n{\"a\":[1,2]}"
#define KEPT "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"
#define CHUNKED "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n" \
                "Transfer-Encoding: chunked\r\n\r\n4\r\n{\"a\"\r\n4\r\n:[1]\r\n1\r\n}\r\n0\r\n\r\n"
#define NO_ERROR (-1)

static VslHttpReply *
ask (VslHttp       *http,
     const char    *method,
     const char    *url,
     VslHttpFlags   flags,
     GError       **error)
{
  g_autoptr(GUri) uri = g_uri_parse (url, SOUP_HTTP_URI_FLAGS, NULL);
  g_autoptr(VslHttpRequest) request = vsl_http_request_new (method, uri, flags);
  g_autoptr(GBytes) body = g_bytes_new_static ("{\"title\":\"x\"}", 13);

  if (strcmp (method, "GET") != 0 && strcmp (method, "HEAD") != 0)
    vsl_http_request_set_body (request, body, "application/json");

  return await_send (http, request, NULL, error);
}

/* What the sender says when things break: of a question, and of something with an effect. */
static const struct
{
  const char *name;
  Fault fault;
  int read_code, effect_code;
} cuts[] = {
  { "reply", { FAULT_REPLY, OK }, NO_ERROR, NO_ERROR },
  { "chunked", { FAULT_REPLY, CHUNKED }, NO_ERROR, NO_ERROR },
  { "cut-at-once", { FAULT_CUT_AT_ONCE, NULL }, VSL_CMS_ERROR_BUSY, VSL_CMS_ERROR_IN_DOUBT },
  { "cut-after-headers", { FAULT_CUT_AFTER_HEADERS, NULL }, VSL_CMS_ERROR_BUSY,
    VSL_CMS_ERROR_IN_DOUBT },
  { "cut-after-request", { FAULT_CUT_AFTER_REQUEST, NULL }, VSL_CMS_ERROR_BUSY,
    VSL_CMS_ERROR_IN_DOUBT },
  { "cut-in-reply", { FAULT_CUT_IN_REPLY, OK }, VSL_CMS_ERROR_BUSY, VSL_CMS_ERROR_IN_DOUBT },
  { "cut-in-chunk", { FAULT_REPLY, CHUNKED, sizeof CHUNKED - 15 }, VSL_CMS_ERROR_BUSY,
    VSL_CMS_ERROR_IN_DOUBT },
  { "cut-in-body", { FAULT_REPLY, OK, sizeof OK - 5 }, VSL_CMS_ERROR_BUSY,
    VSL_CMS_ERROR_IN_DOUBT },
  { "reset-in-reply", { FAULT_RESET_IN_REPLY, OK }, VSL_CMS_ERROR_BUSY, VSL_CMS_ERROR_IN_DOUBT },
  { "stall", { FAULT_STALL, NULL }, VSL_CMS_ERROR_BUSY, VSL_CMS_ERROR_IN_DOUBT },
  { "drip", { FAULT_DRIP, OK }, VSL_CMS_ERROR_BUSY, VSL_CMS_ERROR_IN_DOUBT },
  { "not-http", { FAULT_REPLY, "SSH-2.0-OpenSSH_9.2\r\n" }, VSL_CMS_ERROR_BUSY,
    VSL_CMS_ERROR_IN_DOUBT },
};

static void
check (VslHttpReply *reply,
       GError       *error,
       int           code)
{
  if (code == NO_ERROR)
    {
      g_assert_no_error (error);
      g_assert_cmpuint (reply->status, ==, 200);
      return;
    }

  g_assert_null (reply);
  g_assert_error (error, VSL_CMS_ERROR, code);
  g_assert_nonnull (strstr (error->message, "127.0.0.1"));
}

static void
test_cut (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  static const char * const methods[] = { "GET", "POST", "PUT" };
  guint m;

  for (m = 0; m < G_N_ELEMENTS (methods); m++)
    {
      g_autoptr(FaultServer) server = fault_server_new (&cuts[i].fault, 1);
      g_autoptr(VslHttp) http = vsl_http_new (DEADLINE_MS, NULL);
      g_autoptr(VslHttpReply) reply = NULL;
      g_autoptr(GError) error = NULL;

      reply = ask (http, methods[m], fault_server_get_url (server),
                   m == 0 ? VSL_HTTP_READ : VSL_HTTP_EFFECT, &error);
      check (reply, error, m == 0 ? cuts[i].read_code : cuts[i].effect_code);
      if (m > 0)
        g_assert_cmpuint (fault_server_get_n_requests (server), <=, 1);
    }
}

/* The connection of an earlier answer is gone when it is used again: nothing is sent twice, and
 * above all not without its body. */
static void
test_dropped_connection (gconstpointer data)
{
  const char *method = data;
  static const Fault script[] = { { FAULT_CUT_WHEN_REUSED, KEPT }, { FAULT_REPLY, OK } };
  g_autoptr(FaultServer) server = fault_server_new (script, G_N_ELEMENTS (script));
  g_autoptr(VslHttp) http = vsl_http_new (DEADLINE_MS, NULL);
  g_autoptr(VslHttpReply) first = NULL;
  g_autoptr(VslHttpReply) second = NULL;
  g_autoptr(GError) error = NULL;
  guint i;

  first = ask (http, "GET", fault_server_get_url (server), VSL_HTTP_READ, &error);
  g_assert_no_error (error);
  second = ask (http, method, fault_server_get_url (server), VSL_HTTP_EFFECT | VSL_HTTP_REUSE,
                &error);
  g_assert_error (error, VSL_CMS_ERROR, VSL_CMS_ERROR_IN_DOUBT);
  g_assert_null (second);
  g_assert_cmpuint (fault_server_get_n_requests (server), ==, 2);
  for (i = 1; i < fault_server_get_n_requests (server); i++)
    {
      g_autofree char *request = fault_server_dup_request (server, i);

      g_assert_nonnull (strstr (request, "{\"title\":\"x\"}"));
    }
}

/* libsoup 3.2 takes an end between two chunks for the end of the body; reading it as JSON does not. */
static void
test_cut_between_chunks (void)
{
  static const Fault fault = { FAULT_REPLY, CHUNKED, sizeof CHUNKED - 14 };
  g_autoptr(FaultServer) server = fault_server_new (&fault, 1);
  g_autoptr(VslHttp) http = vsl_http_new (DEADLINE_MS, NULL);
  g_autoptr(VslHttpReply) reply = NULL;
  g_autoptr(JsonNode) root = NULL;
  g_autoptr(GError) cause = NULL;
  g_autoptr(GError) error = NULL;

  reply = ask (http, "POST", fault_server_get_url (server), VSL_HTTP_EFFECT, &error);
  if (reply != NULL)
    {
      root = vsl_http_reply_parse_json (reply, &cause);
      g_assert_null (root);
      error = vsl_http_failure_of_format (reply, cause);
    }
  g_assert_error (error, VSL_CMS_ERROR, VSL_CMS_ERROR_IN_DOUBT);
}

static void
test_refused (void)
{
  static const Fault nothing = { FAULT_STALL, NULL };
  FaultServer *server = fault_server_new (&nothing, 1);
  g_autofree char *url = g_strdup (fault_server_get_url (server));
  g_autoptr(VslHttp) http = vsl_http_new (DEADLINE_MS, NULL);
  g_autoptr(VslHttpReply) reply = NULL;
  g_autoptr(GError) error = NULL;

  fault_server_free (server);
  reply = ask (http, "POST", url, VSL_HTTP_EFFECT, &error);
  g_assert_error (error, VSL_CMS_ERROR, VSL_CMS_ERROR_ADDRESS);
  g_assert_null (reply);
}

static void
test_http_beyond_loopback (void)
{
  g_autoptr(VslHttp) http = vsl_http_new (DEADLINE_MS, NULL);
  g_autoptr(VslHttpReply) reply = NULL;
  g_autoptr(GError) error = NULL;

  reply = ask (http, "GET", "http://192.0.2.1/", VSL_HTTP_READ, &error);
  g_assert_error (error, VSL_CMS_ERROR, VSL_CMS_ERROR_ADDRESS);
  g_assert_null (reply);
}

/* Redirects are answers, never orders: the second server gets nothing. */
static void
test_redirect (gconstpointer data)
{
  guint status = GPOINTER_TO_UINT (data);
  static const Fault answer = { FAULT_REPLY, OK };
  g_autoptr(FaultServer) other = fault_server_new (&answer, 1);
  g_autofree char *text = g_strdup_printf ("HTTP/1.1 %u Elsewhere\r\nLocation: %s/wp-json/\r\n"
                                           "Set-Cookie: a=b\r\nContent-Length: 0\r\n"
                                           "Connection: close\r\n\r\n",
                                           status, fault_server_get_url (other));
  Fault fault = { FAULT_REPLY, text };
  g_autoptr(FaultServer) server = fault_server_new (&fault, 1);
  g_autoptr(VslHttp) http = vsl_http_new (DEADLINE_MS, NULL);
  g_autoptr(GUri) origin = g_uri_parse (fault_server_get_url (server), SOUP_HTTP_URI_FLAGS, NULL);
  g_autoptr(VslHttpReply) reply = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GError) described = NULL;

  vsl_http_set_credentials (http, origin, SECRET);
  reply = ask (http, "POST", fault_server_get_url (server), VSL_HTTP_EFFECT, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (reply->status, ==, status);
  g_assert_cmpuint (fault_server_get_n_requests (server), ==, 1);
  g_assert_cmpuint (fault_server_get_n_requests (other), ==, 0);
  described = vsl_http_failure_of_status (reply);
  g_assert_error (described, VSL_CMS_ERROR, VSL_CMS_ERROR_ADDRESS);
}

/* Credentials go to the pinned origin only, at once, and never with an anonymous request; cookies
 * go nowhere. */
static void
test_credentials (void)
{
  static const Fault answer = { FAULT_REPLY,
                                "HTTP/1.1 200 OK\r\nSet-Cookie: a=b; Path=/\r\n"
                                "Content-Length: 2\r\nConnection: close\r\n\r\n{}" };
  g_autoptr(FaultServer) ours = fault_server_new (&answer, 1);
  g_autoptr(FaultServer) other = fault_server_new (&answer, 1);
  g_autoptr(VslHttp) http = vsl_http_new (DEADLINE_MS, NULL);
  g_autoptr(GUri) origin = g_uri_parse (fault_server_get_url (ours), SOUP_HTTP_URI_FLAGS, NULL);
  g_autoptr(VslHttpReply) a = NULL;
  g_autoptr(VslHttpReply) b = NULL;
  g_autoptr(VslHttpReply) c = NULL;
  g_autofree char *to_ours = NULL;
  g_autofree char *anonymous = NULL;
  g_autofree char *to_other = NULL;

  vsl_http_set_credentials (http, origin, SECRET);
  a = ask (http, "GET", fault_server_get_url (ours), VSL_HTTP_READ, NULL);
  b = ask (http, "GET", fault_server_get_url (ours), VSL_HTTP_ANONYMOUS, NULL);
  c = ask (http, "GET", fault_server_get_url (other), VSL_HTTP_READ, NULL);
  to_ours = fault_server_dup_request (ours, 0);
  anonymous = fault_server_dup_request (ours, 1);
  to_other = fault_server_dup_request (other, 0);

  g_assert_nonnull (strstr (to_ours, "Authorization: " SECRET "\r\n"));
  g_assert_null (strstr (anonymous, "Authorization"));
  g_assert_null (strstr (anonymous, "Cookie"));
  g_assert_null (strstr (to_other, "Authorization"));
}

/* A challenge is an answer too: libsoup would repeat the request, without its body. */
static void
test_challenge (void)
{
  static const Fault script[] = {
    { FAULT_REPLY, "HTTP/1.1 401 No\r\nWWW-Authenticate: Basic realm=\"x\"\r\n"
                   "Content-Length: 0\r\nConnection: close\r\n\r\n" },
    { FAULT_REPLY, OK },
  };
  g_autoptr(FaultServer) server = fault_server_new (script, G_N_ELEMENTS (script));
  g_autoptr(VslHttp) http = vsl_http_new (DEADLINE_MS, NULL);
  g_autoptr(VslHttpReply) reply = NULL;
  g_autoptr(GError) error = NULL;

  reply = ask (http, "PUT", fault_server_get_url (server), VSL_HTTP_EFFECT, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (reply->status, ==, 401);
  g_assert_cmpuint (fault_server_get_n_requests (server), ==, 1);
}

/* 64 MB of zeros, packed. */
static GBytes *
make_bomb (void)
{
  g_autoptr(GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9);
  g_autoptr(GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr(GOutputStream) out = g_converter_output_stream_new (memory, G_CONVERTER (compressor));
  g_autofree char *zeros = g_malloc0 (1024 * 1024);
  guint i;

  for (i = 0; i < 64; i++)
    g_output_stream_write_all (out, zeros, 1024 * 1024, NULL, NULL, NULL);
  g_output_stream_close (out, NULL, NULL);

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

static void
test_bomb (void)
{
  g_autoptr(GBytes) bomb = make_bomb ();
  g_autoptr(GString) reply_text = g_string_new (NULL);
  g_autoptr(FaultServer) server = NULL;
  g_autoptr(VslHttp) http = vsl_http_new (20000, NULL);
  g_autoptr(VslHttpReply) reply = NULL;
  g_autoptr(VslHttpReply) effect = NULL;
  g_autoptr(GError) error = NULL;
  Fault fault = { FAULT_REPLY };

  g_string_append_printf (reply_text, "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n"
                          "Content-Type: application/json\r\nContent-Length: %" G_GSIZE_FORMAT
                          "\r\nConnection: close\r\n\r\n", g_bytes_get_size (bomb));
  g_string_append_len (reply_text, g_bytes_get_data (bomb, NULL), g_bytes_get_size (bomb));
  fault.reply = reply_text->str;
  fault.size = reply_text->len;
  server = fault_server_new (&fault, 1);

  reply = ask (http, "GET", fault_server_get_url (server), VSL_HTTP_READ, &error);
  g_assert_error (error, VSL_CMS_ERROR, VSL_CMS_ERROR_TOO_LARGE);
  g_assert_null (reply);
  g_clear_error (&error);
  effect = ask (http, "POST", fault_server_get_url (server), VSL_HTTP_EFFECT, &error);
  g_assert_error (error, VSL_CMS_ERROR, VSL_CMS_ERROR_IN_DOUBT);
  g_assert_null (effect);
}

static gboolean
cancel_cb (gpointer data)
{
  g_cancellable_cancel (data);

  return G_SOURCE_REMOVE;
}

/* A question stops when it is cancelled; what has begun to have an effect is awaited. */
static void
test_cancel (void)
{
  static const Fault stall = { FAULT_STALL, NULL };
  g_autoptr(FaultServer) server = fault_server_new (&stall, 1);
  g_autoptr(VslHttp) http = vsl_http_new (DEADLINE_MS, NULL);
  g_autoptr(GUri) uri = g_uri_parse (fault_server_get_url (server), SOUP_HTTP_URI_FLAGS, NULL);
  g_autoptr(VslHttpRequest) question = vsl_http_request_new ("GET", uri, VSL_HTTP_READ);
  g_autoptr(VslHttpRequest) effect = vsl_http_request_new ("POST", uri, VSL_HTTP_EFFECT);
  g_autoptr(GCancellable) first = g_cancellable_new ();
  g_autoptr(GCancellable) second = g_cancellable_new ();
  g_autoptr(GCancellable) before = g_cancellable_new ();
  g_autoptr(VslHttpReply) reply = NULL;
  g_autoptr(GError) error = NULL;

  g_timeout_add (100, cancel_cb, first);
  reply = await_send (http, question, first, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);

  g_timeout_add (100, cancel_cb, second);
  reply = await_send (http, effect, second, &error);
  g_assert_error (error, VSL_CMS_ERROR, VSL_CMS_ERROR_IN_DOUBT);
  g_clear_error (&error);

  g_cancellable_cancel (before);
  reply = await_send (http, effect, before, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (reply);
  g_assert_cmpuint (fault_server_get_n_requests (server), ==, 2);
}

static void
counted_cb (SoupServer        *server,
            SoupServerMessage *message,
            const char        *path,
            GHashTable        *query,
            gpointer           data)
{
  (*(guint *) data)++;
  soup_server_message_set_status (message, 200, NULL);
}

/* A certificate that nobody vouches for: nothing is sent, and there is no way around it. */
static void
test_certificate (void)
{
  g_autofree char *openssl = g_find_program_in_path ("openssl");
  g_autofree char *folder = g_dir_make_tmp ("verslag-tls-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (folder, "both.pem", NULL);
  const char *argv[] = { "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt",
                         "ec_paramgen_curve:prime256v1", "-nodes", "-subj", "/CN=localhost",
                         "-days", "2", "-keyout", file, "-out", file, "-batch", NULL };
  g_autoptr(GTlsCertificate) certificate = NULL;
  g_autoptr(SoupServer) server = NULL;
  g_autoptr(VslHttp) http = vsl_http_new (20000, NULL);
  g_autoptr(VslHttpReply) reply = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *url = NULL;
  GSList *uris;
  guint n_requests = 0;

  if (openssl == NULL || !g_tls_backend_supports_tls (g_tls_backend_get_default ()))
    {
      g_test_skip ("openssl or glib-networking is not installed");
      return;
    }

  /* It appends the certificate to the key when both go to one file. */
  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL,
                               G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL,
                               NULL, NULL, NULL));
  certificate = g_tls_certificate_new_from_file (file, &error);
  g_assert_no_error (error);
  server = soup_server_new ("tls-certificate", certificate, NULL);
  soup_server_add_handler (server, NULL, counted_cb, &n_requests, NULL);
  soup_server_listen_local (server, 0, SOUP_SERVER_LISTEN_HTTPS | SOUP_SERVER_LISTEN_IPV4_ONLY,
                            &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (server);
  url = g_uri_to_string (uris->data);
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);

  reply = ask (http, "POST", url, VSL_HTTP_EFFECT, &error);
  g_assert_error (error, VSL_CMS_ERROR, VSL_CMS_ERROR_TLS);
  g_assert_null (reply);
  g_assert_cmpuint (n_requests, ==, 0);
  g_remove (file);
  g_remove (folder);
}

static void
test_finalize (void)
{
  static const Fault answer = { FAULT_REPLY, OK };
  g_autoptr(FaultServer) server = fault_server_new (&answer, 1);
  VslHttp *http = vsl_http_new (DEADLINE_MS, NULL);
  VslHttpReply *reply = ask (http, "GET", fault_server_get_url (server), VSL_HTTP_READ, NULL);

  g_assert_nonnull (reply);
  vsl_http_reply_free (reply);
  g_assert_finalize_object (http);
}

int
main (int   argc,
      char *argv[])
{
  static const guint redirects[] = { 301, 302, 303, 307, 308 };
  guint i;

  g_test_init (&argc, &argv, NULL);

  for (i = 0; i < G_N_ELEMENTS (cuts); i++)
    {
      g_autofree char *path = g_strconcat ("/http/cut/", cuts[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_cut);
    }
  for (i = 0; i < G_N_ELEMENTS (redirects); i++)
    {
      g_autofree char *path = g_strdup_printf ("/http/redirect/%u", redirects[i]);

      g_test_add_data_func (path, GUINT_TO_POINTER (redirects[i]), test_redirect);
    }
  g_test_add_data_func ("/http/dropped-connection/post", "POST", test_dropped_connection);
  g_test_add_data_func ("/http/dropped-connection/put", "PUT", test_dropped_connection);
  g_test_add_func ("/http/cut-between-chunks", test_cut_between_chunks);
  g_test_add_func ("/http/refused", test_refused);
  g_test_add_func ("/http/beyond-loopback", test_http_beyond_loopback);
  g_test_add_func ("/http/credentials", test_credentials);
  g_test_add_func ("/http/challenge", test_challenge);
  g_test_add_func ("/http/bomb", test_bomb);
  g_test_add_func ("/http/cancel", test_cancel);
  g_test_add_func ("/http/certificate", test_certificate);
  g_test_add_func ("/http/finalize", test_finalize);

  return g_test_run ();
}
