/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "cms/vsl-http-address.h"
#include "cms/vsl-http-failure.h"
#include "cms/vsl-wordpress-error.h"

#include <gio/gio.h>
#include <string.h>

#define HTML "<!DOCTYPE html><html><body>Welkom</body></html>"
#define PHP_WARNING "<br />\n<b>Warning</b>:  Undefined variable $x in <b>/srv/x.php</b>{\"id\":1}"

static const struct
{
  const char *name, *typed;
  const char *expected; /* NULL: refused */
} addresses[] = {
  { "bare", "www.voorbeeld.test", "https://www.voorbeeld.test/" },
  { "spaces", "  https://voorbeeld.test/nieuws?x=1#boven ", "https://voorbeeld.test/nieuws?x=1" },
  { "path", "voorbeeld.test/blog/", "https://voorbeeld.test/blog/" },
  { "port", "https://voorbeeld.test:8443", "https://voorbeeld.test:8443/" },
  { "upper", "HTTPS://Voorbeeld.test/A", "https://voorbeeld.test/A" },
  { "idn", "https://bücher.test/", "https://xn--bcher-kva.test/" },
  { "loopback", "localhost:8080", "http://localhost:8080/" },
  { "loopback-4", "http://127.0.0.1:99/x", "http://127.0.0.1:99/x" },
  { "loopback-6", "[::1]:8080", "http://[::1]:8080/" },
  { "http", "http://voorbeeld.test/", NULL },
  { "http-lookalike", "http://127.0.0.1.voorbeeld.test/", NULL },
  { "http-localhost-lookalike", "http://localhost.voorbeeld.test/", NULL },
  { "userinfo", "https://ik:geheim@voorbeeld.test/", NULL },
  { "user", "https://ik@voorbeeld.test/", NULL },
  { "ftp", "ftp://voorbeeld.test/", NULL },
  { "file", "file:///etc/passwd", NULL },
  { "empty", "", NULL },
  { "words", "mijn mooie site", NULL },
  { "no-host", "https:///pad", NULL },
};

static void
test_address (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(GError) error = NULL;
  g_autoptr(GUri) uri = vsl_http_address_parse (addresses[i].typed, &error);
  g_autofree char *text = NULL;

  if (addresses[i].expected == NULL)
    {
      g_assert_error (error, VSL_CMS_ERROR, VSL_CMS_ERROR_ADDRESS);
      g_assert_null (uri);
      g_assert_null (strstr (error->message, "geheim"));
      return;
    }

  g_assert_no_error (error);
  text = g_uri_to_string (uri);
  g_assert_cmpstr (text, ==, addresses[i].expected);
}

static const struct
{
  const char *a, *b;
  gboolean same_origin, same_site;
} pairs[] = {
  { "https://x.test/a", "https://x.test:443/b", TRUE, TRUE },
  { "https://x.test/", "https://X.test/", TRUE, TRUE },
  { "https://x.test/", "https://x.test:444/", FALSE, FALSE },
  { "https://x.test/", "https://www.x.test/", FALSE, TRUE },
  { "http://localhost/", "https://localhost/", FALSE, TRUE },
  { "https://x.test/", "http://x.test/", FALSE, FALSE },
  { "https://x.test/", "https://x.test.evil.test/", FALSE, FALSE },
  { "https://x.test/", "https://y.x.test/", FALSE, FALSE },
};

static void
test_origins (void)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr(GUri) a = g_uri_parse (pairs[i].a, SOUP_HTTP_URI_FLAGS, NULL);
      g_autoptr(GUri) b = g_uri_parse (pairs[i].b, SOUP_HTTP_URI_FLAGS, NULL);

      g_assert_cmpint (vsl_http_address_is_same_origin (a, b), ==, pairs[i].same_origin);
      g_assert_cmpint (vsl_http_address_is_same_site (a, b), ==, pairs[i].same_site);
    }
}

typedef enum
{
  G_IO,
  G_RESOLVER,
  G_TLS
} Domain;

/* What went wrong on the line: before a byte left, on a question, on something with an effect. */
static const struct
{
  const char *name;
  Domain domain;
  int cause;
  GTlsCertificateFlags certificate;
  int code;
  const char *part;
} transports[] = {
  { "unknown-host", G_RESOLVER, G_RESOLVER_ERROR_NOT_FOUND, 0, VSL_CMS_ERROR_ADDRESS, "no site named" },
  { "no-network", G_RESOLVER, G_RESOLVER_ERROR_TEMPORARY_FAILURE, 0, VSL_CMS_ERROR_BUSY, "no network" },
  { "unreachable", G_IO, G_IO_ERROR_NETWORK_UNREACHABLE, 0, VSL_CMS_ERROR_BUSY, "no network" },
  { "refused", G_IO, G_IO_ERROR_CONNECTION_REFUSED, 0, VSL_CMS_ERROR_ADDRESS, "refuses the connection" },
  { "timed-out", G_IO, G_IO_ERROR_TIMED_OUT, 0, VSL_CMS_ERROR_BUSY, "did not answer in time" },
  { "closed", G_IO, G_IO_ERROR_CONNECTION_CLOSED, 0, VSL_CMS_ERROR_BUSY, "broke off" },
  { "proxy", G_IO, G_IO_ERROR_PROXY_NEED_AUTH, 0, VSL_CMS_ERROR_FAILED, "proxy" },
  { "expired", G_TLS, G_TLS_ERROR_BAD_CERTIFICATE, G_TLS_CERTIFICATE_EXPIRED, VSL_CMS_ERROR_TLS, "expired" },
  { "wrong-host", G_TLS, G_TLS_ERROR_BAD_CERTIFICATE, G_TLS_CERTIFICATE_BAD_IDENTITY,
    VSL_CMS_ERROR_TLS, "another site" },
  { "unknown-authority", G_TLS, G_TLS_ERROR_BAD_CERTIFICATE, G_TLS_CERTIFICATE_UNKNOWN_CA,
    VSL_CMS_ERROR_TLS, "cannot be verified" },
  { "revoked", G_TLS, G_TLS_ERROR_BAD_CERTIFICATE, G_TLS_CERTIFICATE_REVOKED, VSL_CMS_ERROR_TLS, "revoked" },
};

static void
test_transport (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  const GQuark domains[] = { G_IO_ERROR, G_RESOLVER_ERROR, G_TLS_ERROR };
  g_autoptr(GUri) uri = g_uri_parse ("https://blad.test/wp-json/?x=geheim", SOUP_HTTP_URI_FLAGS, NULL);
  g_autoptr(GError) cause = g_error_new_literal (domains[transports[i].domain], transports[i].cause, "x");
  g_autoptr(GError) before = NULL;
  g_autoptr(GError) after = NULL;
  VslHttpFailure failure = { uri, VSL_HTTP_STOP_NONE, FALSE, TRUE, transports[i].certificate };

  before = vsl_http_failure_to_error (&failure, cause);
  g_assert_error (before, VSL_CMS_ERROR, transports[i].code);
  g_assert_nonnull (strstr (before->message, transports[i].part));
  g_assert_nonnull (strstr (before->message, "blad.test"));
  g_assert_null (strstr (before->message, "geheim"));

  failure.begun = TRUE;
  after = vsl_http_failure_to_error (&failure, cause);
  g_assert_error (after, VSL_CMS_ERROR, VSL_CMS_ERROR_IN_DOUBT);
}

/* What the site answers: its status, headers and body, and what that means. */
static const struct
{
  const char *name;
  guint status;
  const char *headers; /* lines of “name: value” */
  const char *body;
  gboolean effect;
  int code;
  const char *part;
  guint retry_after;
} replies[] = {
  { "redirect", 301, "Location: https://www.blad.test/wp-json/", "", TRUE, VSL_CMS_ERROR_ADDRESS,
    "“https://www.blad.test”", 0 },
  { "redirect-nowhere", 302, "", "", FALSE, VSL_CMS_ERROR_ADDRESS, "another address", 0 },
  { "unauthorized", 401, "", "{\"code\":\"rest_cannot_create\"}", TRUE, VSL_CMS_ERROR_AUTH,
    "switched off there, or its web server", 0 },
  { "unauthorized-html", 401, "", HTML, FALSE, VSL_CMS_ERROR_AUTH, "application password", 0 },
  { "passwords-off", 401, "", "{\"code\":\"application_passwords_disabled_for_user\"}", FALSE,
    VSL_CMS_ERROR_AUTH, "switched off on", 0 },
  { "may-not-publish", 403, "", "{\"code\":\"rest_cannot_publish\"}", TRUE, VSL_CMS_ERROR_FORBIDDEN,
    "pending", 0 },
  { "may-not-edit", 403, "", "{\"code\":\"rest_cannot_edit_others\",\"data\":null}", TRUE,
    VSL_CMS_ERROR_FORBIDDEN, "somebody else", 0 },
  { "may-not-edit-this", 403, "", "{\"code\":\"rest_cannot_edit\"}", TRUE, VSL_CMS_ERROR_FORBIDDEN,
    "may not do this", 0 },
  { "may-not-stick", 403, "", "{\"code\":\"rest_cannot_assign_sticky\"}", TRUE,
    VSL_CMS_ERROR_FORBIDDEN, "front page", 0 },
  { "no-such-author", 400, "", "{\"code\":\"rest_invalid_author\",\"message\":\"<b>x</b>\"}", TRUE,
    VSL_CMS_ERROR_REJECTED, "another author", 0 },
  { "bad-page", 400, "", "{\"code\":\"rest_post_invalid_page_number\"}", FALSE,
    VSL_CMS_ERROR_REJECTED, "(400)", 0 },
  { "broken-json", 400, "", "{\"code\":\"rest_invalid_json\"}", TRUE, VSL_CMS_ERROR_REJECTED,
    "Nothing was stored", 0 },
  { "empty-term", 500, "", "{\"code\":\"empty_term_name\",\"data\":null}", TRUE,
    VSL_CMS_ERROR_REJECTED, "Nothing was stored", 0 },
  { "no-database", 500, "", "{\"code\":\"wp_die\",\"message\":\"<h1>x</h1>\"}", TRUE,
    VSL_CMS_ERROR_IN_DOUBT, "may have been stored", 0 },
  { "firewall", 403, "", HTML, TRUE, VSL_CMS_ERROR_FORBIDDEN, "firewall", 0 },
  { "firewall-406", 406, "", HTML, TRUE, VSL_CMS_ERROR_FORBIDDEN, "firewall", 0 },
  { "gone", 404, "", "{\"code\":\"rest_post_invalid_id\"}", FALSE, VSL_CMS_ERROR_NOT_FOUND,
    "no longer", 0 },
  { "no-route", 404, "", "{\"code\":\"rest_no_route\"}", FALSE, VSL_CMS_ERROR_NOT_A_SITE,
    "REST API", 0 },
  { "nothing-here", 404, "", HTML, FALSE, VSL_CMS_ERROR_NOT_FOUND, "nothing at this address", 0 },
  { "trashed", 410, "", "{\"code\":\"rest_already_trashed\"}", TRUE, VSL_CMS_ERROR_NOT_FOUND,
    "no longer", 0 },
  { "too-large", 413, "Server: nginx", HTML, TRUE, VSL_CMS_ERROR_TOO_LARGE, "raise the limit", 0 },
  { "bad-field", 400, "", "{\"code\":\"rest_invalid_param\",\"message\":\"<b>x</b>\",\"data\":"
    "{\"params\":{\"slug\":\"no\",\"date\":\"no\"}}}", TRUE, VSL_CMS_ERROR_REJECTED, "slug, date", 0 },
  { "empty", 400, "", "{\"code\":\"empty_content\"}", TRUE, VSL_CMS_ERROR_REJECTED,
    "without a headline", 0 },
  { "bad-upload", 500, "", "{\"code\":\"rest_upload_sideload_error\"}", TRUE,
    VSL_CMS_ERROR_REJECTED, "JPEG", 0 },
  { "teapot", 418, "", "", TRUE, VSL_CMS_ERROR_REJECTED, "(418)", 0 },
  { "proxy", 407, "", "", FALSE, VSL_CMS_ERROR_FAILED, "proxy", 0 },
  { "busy", 429, "Retry-After: 120", "", TRUE, VSL_CMS_ERROR_BUSY, "too many requests", 120 },
  { "busy-date", 429, "Date: Mon, 23 Nov 2026 10:00:00 GMT\n"
    "Retry-After: Mon, 23 Nov 2026 10:00:30 GMT", "", FALSE, VSL_CMS_ERROR_BUSY, "", 30 },
  { "busy-for-ever", 429, "Retry-After: 999999999999", "", FALSE, VSL_CMS_ERROR_BUSY, "", 3600 },
  { "busy-nonsense", 429, "Retry-After: straks", "", FALSE, VSL_CMS_ERROR_BUSY, "", 0 },
  { "maintenance", 503, "Retry-After: 600", "{\"code\":\"wp_die\"}", TRUE, VSL_CMS_ERROR_BUSY,
    "maintained", 600 },
  { "overloaded-read", 503, "Retry-After: 5", HTML, FALSE, VSL_CMS_ERROR_BUSY, "out of order", 5 },
  { "overloaded-effect", 503, "Retry-After: 5", HTML, TRUE, VSL_CMS_ERROR_IN_DOUBT,
    "may have been stored", 5 },
  { "gateway-timeout", 504, "", HTML, TRUE, VSL_CMS_ERROR_IN_DOUBT, "may have been stored", 0 },
  { "fatal", 500, "", "{\"code\":\"internal_server_error\",\"message\":\"<p>x</p>\"}", TRUE,
    VSL_CMS_ERROR_IN_DOUBT, "may have been stored", 0 },
  { "fatal-read", 500, "", "{\"code\":\"internal_server_error\"}", FALSE, VSL_CMS_ERROR_FAILED,
    "(500)", 0 },
  /* A good status with something else in it. */
  { "portal", 200, "Content-Type: text/html", HTML, FALSE, VSL_CMS_ERROR_NOT_A_SITE,
    "guest network", 0 },
  { "portal-effect", 200, "Content-Type: text/html", HTML, TRUE, VSL_CMS_ERROR_IN_DOUBT,
    "cannot be understood", 60 },
  { "php-warning", 200, "Content-Type: application/json", PHP_WARNING, FALSE,
    VSL_CMS_ERROR_NOT_A_SITE, "technical warning", 0 },
  { "php-warning-effect", 201, "Content-Type: application/json", PHP_WARNING, TRUE,
    VSL_CMS_ERROR_IN_DOUBT, "technical warning", 60 },
  { "half-json", 200, "Content-Type: application/json", "{\"id\":1,", FALSE,
    VSL_CMS_ERROR_NOT_A_SITE, "cannot be understood", 0 },
  { "nothing", 200, "", "", TRUE, VSL_CMS_ERROR_IN_DOUBT, "cannot be understood", 60 },
};

static VslHttpReply *
make_reply (guint       status,
            const char *lines,
            const char *body,
            gboolean    effect)
{
  g_autoptr(GUri) uri = g_uri_parse ("https://blad.test/wp-json/", SOUP_HTTP_URI_FLAGS, NULL);
  g_autoptr(GBytes) bytes = g_bytes_new (body, strlen (body));
  g_auto(GStrv) headers = g_strsplit (lines, "\n", -1);
  SoupMessageHeaders *parsed = soup_message_headers_new (SOUP_MESSAGE_HEADERS_RESPONSE);
  VslHttpReply *reply;
  guint i;

  for (i = 0; headers[i] != NULL; i++)
    {
      g_auto(GStrv) pair = g_strsplit (headers[i], ": ", 2);

      if (pair[0] != NULL && pair[1] != NULL)
        soup_message_headers_append (parsed, pair[0], pair[1]);
    }
  reply = vsl_http_reply_new (status, uri, parsed, bytes, effect);
  soup_message_headers_unref (parsed);

  return reply;
}

static void
test_reply (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(VslHttpReply) reply = make_reply (replies[i].status, replies[i].headers,
                                              replies[i].body, replies[i].effect);
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) root = vsl_wordpress_error_judge (reply, &error);

  g_assert_null (root);
  g_assert_error (error, VSL_CMS_ERROR, replies[i].code);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, replies[i].part));
  g_assert_nonnull (strstr (error->message, "“blad.test”"));
  g_assert_null (strchr (error->message, '<'));
  g_assert_cmpuint (vsl_cms_error_get_retry_after (error), ==, replies[i].retry_after);
}

static void
test_byte_order_mark (void)
{
  g_autoptr(VslHttpReply) reply = make_reply (200, "", "\xEF\xBB\xBF{\"id\":1}", TRUE);
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) root = vsl_wordpress_error_judge (reply, &error);

  g_assert_no_error (error);
  g_assert_nonnull (root);
}

static const struct
{
  const char *header;
  const char *expected;
} links[] = {
  { "Link: <https://a.test/wp-json/>; rel=\"https://api.w.org/\"", "https://a.test/wp-json/" },
  { "Link: </wp-json/>; rel=https://api.w.org/", "/wp-json/" },
  { "Link: <https://a.test/?p=1>; rel=shortlink, <https://a.test/index.php?rest_route=/>; "
    "rel=\"https://api.w.org/\"", "https://a.test/index.php?rest_route=/" },
  { "Link: <https://a.test/a,b>; title=\"x, <y>\"; rel=\"next\"\n"
    "Link: <https://a.test/c>; rel=\"https://api.w.org/\"", "https://a.test/c" },
  { "Link: <https://a.test/", NULL },
  { "Link: nonsense", NULL },
  { "X: y", NULL },
};

static void
test_links (void)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (links); i++)
    {
      g_autoptr(VslHttpReply) reply = make_reply (200, links[i].header, "", FALSE);
      g_autofree char *target = vsl_http_reply_dup_link (reply, "https://api.w.org/");

      g_assert_cmpstr (target, ==, links[i].expected);
    }
}

#define ADD_TABLE(prefix, table, function) \
  for (i = 0; i < G_N_ELEMENTS (table); i++) \
    { \
      g_autofree char *path = g_strconcat (prefix, table[i].name, NULL); \
      g_test_add_data_func (path, GUINT_TO_POINTER (i), function); \
    }

int
main (int   argc,
      char *argv[])
{
  guint i;

  g_test_init (&argc, &argv, NULL);

  ADD_TABLE ("/address/", addresses, test_address);
  ADD_TABLE ("/transport/", transports, test_transport);
  ADD_TABLE ("/reply/", replies, test_reply);
  g_test_add_func ("/origins", test_origins);
  g_test_add_func ("/byte-order-mark", test_byte_order_mark);
  g_test_add_func ("/links", test_links);

  return g_test_run ();
}
