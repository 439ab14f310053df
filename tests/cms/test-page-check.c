/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "cms/vsl-page-check.h"
#include "core/vsl-article-builder.h"
#include "cms-await.h"
#include "cms-sample.h"
#include "fault-server.h"
#include "markup/vsl-render.h"

#include <glib/gstdio.h>
#include <string.h>

#define HEADLINE "‘Wie bouwt de brug?’"

/* What is done to a good page, and what must be missed then. */
static const struct
{
  const char *name;
  const char *from, *to; /* (nullable) replaced in the page */
  const char *expected;  /* (nullable) in the one warning; NULL for none */
} cases[] = {
  { "good", NULL, NULL, NULL },
  { "other-quotes", "‘Wie bouwt de brug?’", "&#8216;Wie bouwt   de <em>brug</em>?&#8217;", NULL },
  { "no-headline", "<h1>" HEADLINE "</h1>", "", "headline" },
  { "headline-beside", "<h1>" HEADLINE "</h1>", "</main><aside>" HEADLINE "</aside><main>", "headline" },
  { "headline-in-script", "<h1>" HEADLINE "</h1>", "<script>\"" HEADLINE "\"</script>", "headline" },
  { "no-participant", "Hessel ten Kate", "de wethouder", "Hessel ten Kate" },
  { "marker", "</main>", "<p>En […] verder.</p></main>", "[…]" },
  { "tk", "</main>", "<p>Het waren er TK.</p></main>", "TK" },
  { "no-tk", "</main>", "<p>De WTK en TKI.</p></main>", NULL },
  { "raw-fence", "</main>", "<p>```{=html}</p></main>", "```" },
  { "teaser-beside", "</body>", "<aside>Lees ook […]</aside></body>", NULL },
};

static char *
make_page (VslArticle *article)
{
  g_autofree char *fragment = vsl_render_article_html (article);

  return g_strconcat ("<!doctype html><html><head><title>x</title></head><body><main><h1>" HEADLINE
                      "</h1>", fragment, "</main></body></html>", NULL);
}

static void
test_page (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(VslArticle) article = sample_article (HEADLINE, "Een alinea.", NULL);
  g_autoptr(GString) page = g_string_new (NULL);
  g_autofree char *good = make_page (article);
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GPtrArray) warnings = NULL;
  gboolean found = FALSE;
  guint w;

  g_string_append (page, good);
  if (cases[i].from != NULL)
    g_assert_cmpuint (g_string_replace (page, cases[i].from, cases[i].to, 0), >, 0);
  bytes = g_bytes_new (page->str, page->len);
  warnings = vsl_page_check (article, bytes);
  for (w = 0; w < warnings->len; w++)
    {
      g_test_message ("%s", (char *) warnings->pdata[w]);
      found = found || (cases[i].expected != NULL && strstr (warnings->pdata[w], cases[i].expected) != NULL);
    }
  g_assert_cmpint (found, ==, cases[i].expected != NULL);
  if (cases[i].expected == NULL)
    g_assert_cmpuint (warnings->len, ==, 0);
}

/* However a page nests, and whatever bytes it has: an answer. */
static void
test_hostile (void)
{
  g_autoptr(VslArticle) article = sample_article (HEADLINE, "Een alinea.", NULL);
  g_autoptr(GString) page = g_string_new (NULL);
  g_autoptr(GBytes) deep = NULL;
  g_autoptr(GBytes) broken = g_bytes_new ("\xff\xfe<p\0>", 6);
  g_autoptr(GPtrArray) first = NULL;
  g_autoptr(GPtrArray) second = NULL;
  guint i;

  for (i = 0; i < 20000; i++)
    g_string_append (page, "<div>");
  deep = g_bytes_new (page->str, page->len);
  first = vsl_page_check (article, deep);
  second = vsl_page_check (article, broken);
  g_assert_cmpuint (first->len, >, 0);
  g_assert_cmpuint (second->len, >, 0);
}

static GPtrArray *
fetch (VslArticle *article,
       const char *url)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GPtrArray *warnings;

  vsl_page_check_fetch_async (article, url, NULL, await_cb, &result);
  await_result (&result);
  warnings = vsl_page_check_fetch_finish (result, &error);
  g_assert_no_error (error);

  return warnings;
}

/* A redirect within the site is followed, one to elsewhere is not; nothing secret goes along. */
static void
test_fetch (void)
{
  g_autoptr(VslArticle) article = sample_article (HEADLINE, "Een alinea.", NULL);
  g_autofree char *page = make_page (article);
  g_autofree char *good = g_strdup_printf ("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
                                           "Content-Length: %zu\r\n\r\n%s", strlen (page), page);
  const Fault within[] = {
    { FAULT_REPLY, "HTTP/1.1 301 Moved\r\nLocation: /artikel/\r\nContent-Length: 0\r\n\r\n", 0 },
    { FAULT_REPLY, good, 0 },
  };
  const Fault away[] = {
    { FAULT_REPLY, "HTTP/1.1 302 Found\r\nLocation: https://elders.example/\r\nContent-Length: 0\r\n\r\n", 0 },
  };
  const Fault gone[] = {
    { FAULT_REPLY, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", 0 },
  };
  g_autoptr(FaultServer) server = fault_server_new (within, 2);
  g_autoptr(FaultServer) other = fault_server_new (away, 1);
  g_autoptr(FaultServer) third = fault_server_new (gone, 1);
  g_autoptr(GPtrArray) found = fetch (article, fault_server_get_url (server));
  g_autoptr(GPtrArray) moved = fetch (article, fault_server_get_url (other));
  g_autoptr(GPtrArray) missing = fetch (article, fault_server_get_url (third));
  g_autofree char *request = fault_server_dup_request (server, 1);

  g_assert_cmpuint (found->len, ==, 0);
  g_assert_true (g_str_has_prefix (request, "GET /artikel/ "));
  g_assert_null (strstr (request, "Authorization"));
  g_assert_null (strstr (request, "Cookie"));
  g_assert_cmpuint (moved->len, ==, 1);
  g_assert_nonnull (strstr (moved->pdata[0], "302"));
  g_assert_cmpuint (missing->len, ==, 1);
}

/* A link in the article that leads nowhere. */
static void
test_link (void)
{
  const Fault gone[] = {
    { FAULT_REPLY, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", 0 },
  };
  g_autoptr(FaultServer) server = fault_server_new (gone, 1);
  g_autofree char *body = g_strdup_printf ("Lees [meer](%s/weg).", fault_server_get_url (server));
  g_autoptr(VslArticle) article = sample_article (HEADLINE, body, NULL);
  g_autofree char *page = make_page (article);
  g_autofree char *path = NULL;
  g_autofree char *url = NULL;
  g_autoptr(GPtrArray) warnings = NULL;
  int fd = g_file_open_tmp ("verslag-page-XXXXXX.html", &path, NULL);

  g_close (fd, NULL);
  g_file_set_contents (path, page, -1, NULL);
  url = g_filename_to_uri (path, NULL, NULL);
  warnings = fetch (article, url);
  g_assert_cmpuint (warnings->len, ==, 1);
  g_assert_nonnull (strstr (warnings->pdata[0], "/weg"));
  remove (path);
}

int
main (int   argc,
      char *argv[])
{
  guint i;

  g_test_init (&argc, &argv, NULL);

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/page-check/page/", cases[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_page);
    }
  g_test_add_func ("/page-check/hostile", test_hostile);
  g_test_add_func ("/page-check/fetch", test_fetch);
  g_test_add_func ("/page-check/link", test_link);

  return g_test_run ();
}
