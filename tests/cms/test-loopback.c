/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "cms/vsl-cms-error.h"
#include "cms/vsl-loopback.h"
#include "cms-await.h"

#include <string.h>

#define PAGE "<p>Klaar</p>"

/* What a program on this computer gets for the request @text, which is sent in two halves. */
static char *
visit (VslLoopback *loopback,
       const char  *text)
{
  g_autoptr(GUri) uri = g_uri_parse (vsl_loopback_get_url (loopback), G_URI_FLAGS_NONE, NULL);
  g_autoptr(GSocketClient) client = g_socket_client_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GSocketConnection) connection =
    g_socket_client_connect_to_host (client, "127.0.0.1", g_uri_get_port (uri), NULL, &error);
  GOutputStream *out;
  GInputStream *in;
  GString *reply = g_string_new (NULL);
  gsize half = strlen (text) / 2;

  if (connection == NULL)
    return g_string_free (reply, FALSE);

  out = g_io_stream_get_output_stream (G_IO_STREAM (connection));
  in = g_io_stream_get_input_stream (G_IO_STREAM (connection));
  g_output_stream_write_all (out, text, half, NULL, NULL, NULL);
  g_main_context_iteration (NULL, FALSE);
  g_output_stream_write_all (out, text + half, strlen (text) - half, NULL, NULL, NULL);
  g_socket_set_blocking (g_socket_connection_get_socket (connection), FALSE);
  for (;;)
    {
      char chunk[512];
      gssize n = g_pollable_input_stream_read_nonblocking (G_POLLABLE_INPUT_STREAM (in), chunk,
                                                           sizeof chunk, NULL, &error);

      if (n > 0)
        g_string_append_len (reply, chunk, n);
      else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_WOULD_BLOCK))
        g_main_context_iteration (NULL, FALSE);
      else
        break;
      g_clear_error (&error);
    }

  return g_string_free (reply, FALSE);
}

static char *
make_request (VslLoopback *loopback,
              const char  *method,
              const char  *path,
              const char  *query)
{
  g_autoptr(GUri) uri = g_uri_parse (vsl_loopback_get_url (loopback), G_URI_FLAGS_NONE, NULL);

  return g_strdup_printf ("%s %s%s HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", method,
                          path != NULL ? path : g_uri_get_path (uri), query);
}

/* Only what knows our secret is let in, and only once. */
static void
test_once (void)
{
  static const struct
  {
    const char *method, *path;
  } strangers[] = {
    { "GET", "/" }, { "GET", "/favicon.ico" }, { "POST", NULL },
    { "GET", "/0123456789abcdef0123456789abcdef" }, { "GET", "" },
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(VslLoopback) loopback = vsl_loopback_new (PAGE, &error);
  g_autoptr(GAsyncResult) result = NULL;
  g_autofree char *request = make_request (loopback, "GET", NULL, "?a=%20b&c=d");
  g_autofree char *longer = make_request (loopback, "GET", NULL, "x?a=b");
  g_autofree char *refused = NULL;
  g_autofree char *reply = NULL;
  g_autofree char *again = NULL;
  g_autofree char *query = NULL;
  guint i;

  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (vsl_loopback_get_url (loopback), "http://127.0.0.1:"));
  vsl_loopback_wait_async (loopback, 30, NULL, await_cb, &result);
  for (i = 0; i < G_N_ELEMENTS (strangers); i++)
    {
      g_autofree char *theirs = make_request (loopback, strangers[i].method, strangers[i].path, "?a=b");
      g_autofree char *answer = visit (loopback, theirs);

      g_assert_true (g_str_has_prefix (answer, "HTTP/1.1 404"));
      g_assert_null (result);
    }
  refused = visit (loopback, longer);
  g_assert_true (g_str_has_prefix (refused, "HTTP/1.1 404"));

  reply = visit (loopback, request);
  g_assert_true (g_str_has_prefix (reply, "HTTP/1.1 200"));
  g_assert_nonnull (strstr (reply, PAGE));
  await_result (&result);
  query = vsl_loopback_wait_finish (loopback, result, &error);
  g_assert_cmpstr (query, ==, "a=%20b&c=d");
  again = visit (loopback, request);
  g_assert_cmpstr (again, ==, "");
}

static void
test_cancel (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VslLoopback) loopback = vsl_loopback_new (PAGE, &error);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autofree char *request = make_request (loopback, "GET", NULL, "?a=b");
  g_autofree char *reply = NULL;

  vsl_loopback_wait_async (loopback, 30, cancellable, await_cb, &result);
  g_cancellable_cancel (cancellable);
  await_result (&result);
  g_assert_null (vsl_loopback_wait_finish (loopback, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  reply = visit (loopback, request);
  g_assert_cmpstr (reply, ==, "");
}

static void
test_time (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VslLoopback) loopback = vsl_loopback_new (PAGE, &error);
  g_autoptr(GAsyncResult) result = NULL;

  vsl_loopback_wait_async (loopback, 1, NULL, await_cb, &result);
  await_result (&result);
  g_assert_null (vsl_loopback_wait_finish (loopback, result, &error));
  g_assert_error (error, VSL_CMS_ERROR, VSL_CMS_ERROR_AUTH);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/loopback/once", test_once);
  g_test_add_func ("/loopback/cancel", test_cancel);
  g_test_add_func ("/loopback/time", test_time);

  return g_test_run ();
}
